#include "base/error.hpp"
#include "study/board.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace rodtrad::study {
namespace {

using test::Board;

std::string codes(Dataset const& data) {
    std::string text;
    for (auto const& node : data.units)
        text += std::string(static_cast<std::size_t>(node.depth), '.') + node.unit.code + " ";
    return text;
}

TEST_CASE("units given in any order stand in tree order, siblings by name") {
    auto const data =
        Board{}.unit("b2", "b").unit("b", "kommun").unit("a1", "a").unit("kommun").unit("a", "kommun").dataset();
    CHECK(codes(data) == "kommun .a ..a1 .b ..b2 ");
    auto const a = data.find_unit("a").value();
    CHECK(data.is_in_branch(data.find_unit("a1").value(), a));
    CHECK_FALSE(data.is_in_branch(data.find_unit("b").value(), a));
    CHECK(data.children(data.find_unit("kommun").value()) == std::vector{a, data.find_unit("b").value()});
    CHECK_FALSE(data.find_unit("c"));
}

TEST_CASE("a unit whose parent is not there stands at the top") {
    CHECK(codes(Board{}.unit("a", "borta").unit("b", "a").dataset()) == "a .b ");
}

TEST_CASE("units above each other in a circle are refused, and named") {
    Board board;
    board.unit("rot").unit("a", "c").unit("b", "a").unit("c", "b").unit("d", "a");
    CHECK_THROWS_WITH_AS(board.dataset(), "the units are above each other in a circle: b → a → c → b; correct a parent",
                         base::Error);
    CHECK_THROWS_AS(Board{}.unit("sig", "sig").dataset(), base::Error);
}

TEST_CASE("two units with one code are refused") {
    CHECK_THROWS_WITH_AS(Board{}.unit("a").unit("a").dataset(),
                         "two units have the code \"a\"; give one of them another", base::Error);
}

TEST_CASE("a tree a hundred thousand levels deep is put in order") {
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (int i = 0; i < 100'000; ++i) {
        domain::Unit unit;
        unit.code = unit.name = std::to_string(i);
        if (i > 0) unit.parent = std::to_string(i - 1);
        units.emplace_back(domain::UnitId{i}, unit);
    }
    auto const ordered = in_tree_order(units);
    CHECK(ordered[UnitIndex{99'999}].depth == 99'999);
    CHECK(ordered[UnitIndex{0}].branch_end == ordered.end_key());
}

TEST_CASE("a cube keeps every way of having no value apart, and none of them is 0") {
    Board board;
    board.unit("a").unit("b").unit("c").unit("d").measure("m");
    board.figure("m", "a", "2020", domain::Missing{}).figure("m", "b", "2020", domain::Confidential{});
    board.figure("m", "c", "2020", domain::NotApplicable{}).figure("m", "d", "2022", domain::Measured{0, {}, true});
    auto const data = board.dataset();
    auto const& cube = *data.measures[MeasureIndex{0}].cube;
    CHECK(cube.periods() == 3);
    CHECK(cube.cell(cube.at(0, 0, UnitIndex{0})) == Cell::missing);
    CHECK(cube.cell(cube.at(0, 0, UnitIndex{1})) == Cell::confidential);
    CHECK(cube.cell(cube.at(0, 0, UnitIndex{2})) == Cell::not_applicable);
    CHECK(cube.cell(cube.at(0, 2, UnitIndex{3})) == Cell::preliminary);
    CHECK(cube.cell(cube.at(0, 1, UnitIndex{3})) == Cell::absent);
    CHECK(cube.value(cube.at(0, 2, UnitIndex{3})) == 0);
    for (std::size_t u = 0; u < 3; ++u) CHECK(std::isnan(cube.value(cube.at(0, 0, UnitIndex{u}))));
    CHECK(std::isnan(cube.counts(cube.at(0, 2, UnitIndex{3})).denominator));
}

TEST_CASE("a later figure replaces an earlier one, and one of another periodicity is refused") {
    CubeBuilder builder{1, {}};
    auto const year = domain::Period::from_text("2024").value();
    CHECK(builder.add(UnitIndex{0}, GroupIndex{2}, year, domain::Measured{1, {}, false}));
    CHECK(builder.add(UnitIndex{0}, GroupIndex{2}, year, domain::Measured{2, domain::Counts{4, 2}, false}));
    CHECK_FALSE(
        builder.add(UnitIndex{0}, GroupIndex{2}, domain::Period::from_text("2024-03").value(), domain::Missing{}));
    auto const cube = builder.build();
    CHECK(cube->value(cube->at(0, 0, UnitIndex{0})) == 2);
    CHECK(cube->counts(cube->at(0, 0, UnitIndex{0})) == domain::Counts{4, 2});
    CHECK(cube->slot_of(GroupIndex{2}) == 0);
    CHECK_FALSE(cube->slot_of(GroupIndex{0}));
    CHECK(cube->time_of(year) == 0);
    CHECK_FALSE(cube->time_of(year.plus(1)));
}

TEST_CASE("a measure without figures has no cube") { CHECK(CubeBuilder{3, {}}.build() == nullptr); }

TEST_CASE("a peer group keeps the members there are, and falls away without its owner") {
    Board board;
    board.unit("a").unit("b").unit("c");
    board.peers({"p1", "", "a", "", {}, {"c", "b", "borta", "c"}}).peers({"p2", "", "borta", "", {}, {"a"}});
    auto const data = board.dataset();
    REQUIRE(data.peer_groups.size() == 1);
    CHECK(data.peer_groups[0].owner == data.find_unit("a"));
    CHECK(data.peer_groups[0].members == std::vector{data.find_unit("b").value(), data.find_unit("c").value()});
}

} // namespace
} // namespace rodtrad::study
