#include "study/board.hpp"
#include "study/similar_units.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <tuple>

namespace rodtrad::study {
namespace {

using doctest::Approx;
using test::Board;

// Nine municipalities of which the first is asked about; "i" has no density.
Board municipalities() {
    Board board;
    board.measure("folk");
    board.measure("täthet");
    std::vector<double> const people{10, 11, 12, 10, 50, 60, 10, 10.5, 9};
    std::vector<double> const density{5, 5, 5, 9, 5, 1, 5, 6, 4};
    for (std::size_t at = 0; at < people.size(); ++at) {
        auto const code = std::string(1, static_cast<char>('a' + at));
        board.unit(code);
        board.series("folk", code, "2023", {people[at]});
        if (code != "i") board.series("täthet", code, "2022", {density[at]});
    }
    return board;
}

SimilarityRequest request(Dataset const& data) {
    SimilarityRequest asked;
    asked.unit = data.find_unit("a").value();
    asked.conditions = {{data.find_measure("folk").value(), 1}, {data.find_measure("täthet").value(), 1}};
    asked.count = 3;
    return asked;
}

std::string codes(Dataset const& data, Answer<SimilarUnits, NoSimilarUnits> const& found) {
    std::string text;
    for (auto const& similar : found->units) text += data.units[similar.unit].unit.code;
    return text;
}

TEST_CASE("the most like come first, and of equals the one whose code does") {
    auto const data = municipalities().dataset();
    auto const found = similar_units(data, request(data));
    REQUIRE(found);
    CHECK(codes(data, found) == "gbc");
    CHECK(found->units[0].distance.value() == 0);
    CHECK(found->compared == 7);
    CHECK(found->lacking == 1);
}

TEST_CASE("the distance is the weighted mean square of differences counted in standard deviations") {
    auto const data = municipalities().dataset();
    auto asked = request(data);
    asked.conditions[1].weight = 3;
    asked.count = 99;
    auto const found = similar_units(data, asked);
    REQUIRE(found);
    auto const& last = found->units.back();
    auto const& [people, density] = std::tie(found->conditions[0], found->conditions[1]);
    auto const of_people = (60 - 10) / people.deviation;
    auto const of_density = (1 - 5) / density.deviation;
    CHECK(data.units[last.unit].unit.code == "f");
    CHECK(last.distance.value() == Approx(std::sqrt((of_people * of_people + 3 * of_density * of_density) / 4)));
    CHECK(last.differences[0]->deviations == Approx(of_people));
    CHECK(last.differences[1]->value == 1);
    CHECK(likeness(*last.differences[0]) == Likeness::different);
    CHECK(likeness(*found->units[0].differences[0]) == Likeness::alike);
}

TEST_CASE("pinned units come first whatever they are, excluded ones never") {
    auto const data = municipalities().dataset();
    auto asked = request(data);
    asked.pinned = {data.find_unit("i").value(), data.find_unit("f").value(), data.find_unit("a").value()};
    asked.excluded = {data.find_unit("g").value()};
    auto const found = similar_units(data, asked);
    REQUIRE(found);
    CHECK(codes(data, found) == "ifb");
    CHECK(found->units[0].is_pinned);
    CHECK_FALSE(found->units[0].distance); // its density is not known
    CHECK_FALSE(found->units[0].differences[1]);
    CHECK_FALSE(found->units[2].is_pinned);
}

TEST_CASE("the units can be saved as the unit's own peer group") {
    auto const data = municipalities().dataset();
    auto const group = to_peer_group(*similar_units(data, request(data)), data, "lika-a", "Lika a", "skola");
    CHECK(group == domain::PeerGroup{"lika-a", "Lika a", "a", "skola", 2023, {"g", "b", "c"}});
}

TEST_CASE("conditions are those known at the time asked about") {
    auto board = municipalities();
    board.series("folk", "b", "2024", {1000});
    auto const data = board.dataset();
    auto asked = request(data);
    CHECK(codes(data, similar_units(data, asked)).find('b') == std::string::npos);
    asked.as_of = domain::Period::make(domain::Periodicity::year, 2023);
    CHECK(codes(data, similar_units(data, asked)) == "gbc");
}

TEST_CASE("units that are closed, or of another kind, are not compared") {
    auto board = municipalities();
    board.closes("g", std::chrono::year{2020} / 12 / 31);
    board.unit("x", {}, "vård").series("folk", "x", "2023", {10}).series("täthet", "x", "2023", {5});
    auto const data = board.dataset();
    CHECK(codes(data, similar_units(data, request(data))) == "bch");
}

TEST_CASE("what is alike everywhere adds nothing, also where figures are as large as there are") {
    Board board;
    board.measure("folk");
    board.measure("täthet");
    for (auto const* code : {"a", "b", "c"}) {
        board.unit(code);
        board.series("folk", code, "2023", {code[0] == 'c' ? -1.7e308 : 1.7e308});
        board.series("täthet", code, "2023", {0.1});
    }
    auto const data = board.dataset();
    auto const found = similar_units(data, request(data));
    REQUIRE(found);
    CHECK(codes(data, found) == "bc");
    CHECK(std::isfinite(found->units[1].distance.value()));
    CHECK(found->units[1].differences[1]->deviations == 0);
}

TEST_CASE("where there is nothing to be alike in, the reason is said") {
    auto const data = municipalities().dataset();
    auto asked = request(data);
    asked.unit = data.find_unit("i").value();
    CHECK(similar_units(data, asked).reason() == NoSimilarUnits::conditions_missing);
    asked = request(data);
    asked.conditions[0].weight = 0;
    CHECK(similar_units(data, asked).reason() == NoSimilarUnits::no_conditions);
    asked.conditions[0].weight = std::numeric_limits<double>::infinity();
    CHECK(similar_units(data, asked).reason() == NoSimilarUnits::no_conditions);
    asked.conditions.clear();
    CHECK(similar_units(data, asked).reason() == NoSimilarUnits::no_conditions);
    asked = request(data);
    asked.count = 0;
    CHECK(similar_units(data, asked).reason() == NoSimilarUnits::nobody_alike);
}

} // namespace
} // namespace rodtrad::study
