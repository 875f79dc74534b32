#include "study/board.hpp"
#include "study/rebase.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace rodtrad::study {
namespace {

using test::Board;
using test::Chance;

domain::Mark new_level(std::string_view period, std::string unit = {}, std::string group = {}) {
    domain::Mark mark;
    mark.measure = "väntetid";
    mark.unit = std::move(unit);
    mark.group = std::move(group);
    mark.period = domain::Period::from_text(period).value();
    mark.kind = domain::MarkKind::rebase;
    mark.text = "nytt sätt att mäta";
    return mark;
}

MeasureData& marked(Dataset& data, domain::Mark mark) {
    auto& measure = data.measures[data.find_measure("väntetid").value()];
    measure.marks.push_back(std::move(mark));
    return measure;
}

// A district with two schools and one school beside it, from 2015.
Dataset schools(std::size_t years, double before = 50, double from_2020 = 50) {
    Board board;
    Chance chance{4};
    board.unit("distrikt", {}, "", domain::UnitKind::administration);
    board.unit("a", "distrikt").unit("b", "distrikt").unit("c");
    board.measure("väntetid", domain::Direction::lower_is_better);
    for (auto const* unit : {"a", "b", "c"}) {
        std::vector<double> values;
        for (std::size_t t = 0; t < years; ++t) values.push_back((t < 5 ? before : from_2020) + chance.normal());
        board.series("väntetid", unit, "2015", values);
    }
    return board.dataset();
}

std::size_t start_of(Dataset const& data, std::string_view unit, std::size_t end = 10) {
    auto const& measure = data.measures[data.find_measure("väntetid").value()];
    auto const starts = segment_starts(measure, data, data.find_group("T").value(), end);
    return starts.empty() ? 0 : starts[data.find_unit(unit)->value()];
}

bool is_told(Dataset const& data, FindingKind kind, std::string_view unit) {
    auto const list = follow_up(data, {});
    auto const* card = test::find_card(list, data, "väntetid", unit);
    return card != nullptr && std::ranges::find(card->findings, kind, &Finding::kind) != card->findings.end();
}

TEST_CASE("a new level holds for a unit and all below it, and for nobody else") {
    auto data = schools(10);
    CHECK(segment_starts(data.measures[MeasureIndex{0}], data, GroupIndex{0}, 10).empty());
    marked(data, new_level("2018", "distrikt"));
    CHECK(start_of(data, "distrikt") == 3);
    CHECK(start_of(data, "a") == 3);
    CHECK(start_of(data, "b") == 3);
    CHECK(start_of(data, "c") == 0);
}

TEST_CASE("of several new levels the latest that has begun holds, whichever was said first") {
    auto data = schools(10);
    marked(data, new_level("2020", "a"));
    marked(data, new_level("2017"));
    CHECK(start_of(data, "a") == 5);
    CHECK(start_of(data, "c") == 2);
    CHECK(start_of(data, "a", 5) == 2); // as of 2019
    marked(data, new_level("2031"));
    CHECK(start_of(data, "a") == 5);
}

TEST_CASE("a new level that begins within a period begins with the next one") {
    auto data = schools(10);
    marked(data, new_level("2018-03"));
    CHECK(start_of(data, "a") == 4);
}

TEST_CASE("what is said of other groups, of units that are no more, and explanations begin nothing") {
    auto data = schools(10);
    marked(data, new_level("2018", {}, "K"));
    marked(data, new_level("2018", "nedlagd"));
    auto explanation = new_level("2018");
    explanation.kind = domain::MarkKind::explanation;
    marked(data, explanation);
    CHECK(start_of(data, "a") == 0);
}

TEST_CASE("a change that somebody has named as a new level is not told as one") {
    auto data = schools(8, 50, 80);
    REQUIRE(is_told(data, FindingKind::change, "a"));
    marked(data, new_level("2020", "a"));
    CHECK_FALSE(is_told(data, FindingKind::change, "a"));
    CHECK(is_told(data, FindingKind::change, "c"));
}

TEST_CASE("that a target is never met is said of figures since the new level alone, when they are enough") {
    auto data = schools(20);
    auto& measure = marked(data, new_level("2030"));
    measure.targets.push_back({"väntetid", "a", "T", domain::Period::from_text("2020").value(), {}, 40, {}, true});
    CHECK_FALSE(is_told(data, FindingKind::target, "a")); // five figures
    measure.marks.clear();
    CHECK(is_told(data, FindingKind::target, "a"));
}

} // namespace
} // namespace rodtrad::study
