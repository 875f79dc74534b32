#include "study/board.hpp"
#include "study/frame.hpp"
#include "study/measure_tables.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

namespace rodtrad::study {
namespace {

using test::Board;

// Five schools of a municipality, 2020–2024; the last of them has been silent since 2022.
Board schools() {
    Board board;
    board.unit("kommun", {}, "", domain::UnitKind::municipality);
    for (auto const* school : {"a", "b", "c", "d", "e"}) board.unit(school, "kommun");
    board.measure("nöjda").aggregation = domain::Aggregation::none;
    board.series("nöjda", "kommun", "2020", {50, 50, 50, 50, 99});
    board.series("nöjda", "a", "2020", {10, 12, 11, 12, 20});
    board.series("nöjda", "b", "2020", {20, 21, 20, 21, 30});
    board.series("nöjda", "c", "2020", {30, 31, 30, 31, 30});
    board.series("nöjda", "d", "2020", {40, 41, 40, 41, 50});
    board.series("nöjda", "e", "2020", {50, 51, 50});
    return board;
}

Dataset framed(Board const& board) {
    auto data = board.dataset();
    data.frame = std::make_shared<Frame const>(data);
    return data;
}

template <class Column>
bool is_same_column(Column const& one, Column const& other) {
    return one.size() == other.size() &&
           (one.empty() || std::memcmp(one.data(), other.data(), one.size() * sizeof one[0]) == 0);
}

void check_same(MeasureTables const& one, MeasureTables const& other) {
    CHECK(one.periods == other.periods);
    CHECK(is_same_column(one.beside, other.beside));
    CHECK(is_same_column(one.ranked, other.ranked));
    CHECK(is_same_column(one.below, other.below));
    CHECK(is_same_column(one.behind, other.behind));
    REQUIRE(one.series.size() == other.series.size());
    for (std::size_t slot = 0; slot < one.series.size(); ++slot) {
        auto const& a = one.series[slot];
        auto const& b = other.series[slot];
        CHECK(is_same_column(a.last, b.last));
        CHECK(is_same_column(a.change, b.change));
        CHECK(is_same_column(a.slope, b.slope));
        CHECK(is_same_column(a.rank, b.rank));
        CHECK(is_same_column(a.status, b.status));
    }
}

// What is taken over from the list before is what would be made anew.
void check_taken_over(Dataset const& before, Dataset const& now) {
    auto const first = follow_up(before, {});
    auto const from_before = follow_up(now, {}, &first);
    auto const from_scratch = follow_up(now, {});
    for (MeasureIndex measure; measure < now.measures.end_key(); measure = measure.next())
        check_same(from_before.tables(measure), from_scratch.tables(measure));
}

TEST_CASE("the tables tell where each unit stands, among whom, and what lies below") {
    auto const data = framed(schools());
    auto const list = follow_up(data, {});
    auto const& tables = list.tables(MeasureIndex{0});
    auto const& columns = tables.series.front();
    auto const of = [&](std::string_view unit) { return data.find_unit(unit)->value(); };

    CHECK(columns.last_time[of("a")] == 4);
    CHECK(columns.length[of("a")] == 5);
    CHECK(columns.last[of("a")] == 20);
    CHECK(columns.change[of("a")] == 8);
    CHECK(columns.year_change[of("a")] == 8);
    CHECK(columns.mean[of("a")] == 13);
    CHECK(columns.slope[of("a")] == 1.5); // between 1 and 2, the middle two of ten
    CHECK(columns.last_time[of("e")] == 2);
    CHECK(columns.last[of("e")] == 50);
    CHECK(columns.status[of("a")] == TargetStatus::none);

    CHECK(columns.rank[of("d")] == 1);
    CHECK(columns.rank[of("b")] == 2); // equals share the better rank
    CHECK(columns.rank[of("c")] == 2);
    CHECK(columns.rank[of("a")] == 4);
    CHECK(columns.rank[of("e")] == 0);
    CHECK(columns.rank[of("kommun")] == 1); // alone of its kind

    REQUIRE(tables.nodes == 1);
    CHECK(tables.behind[tables.at_node(0, 2, 0)] == 5);
    CHECK(tables.behind[tables.at_node(0, 4, 0)] == 4);
    auto const& below = tables.below[tables.at_node(0, 4, 0)];
    CHECK(below.least == 20);
    CHECK(below.median == 30);
    CHECK(below.most == 50);
    auto const cohort = data.frame->peers().cohort_number(*data.find_unit("a"));
    CHECK(tables.ranked[tables.at_cohort(0, 4, cohort)] == 4);
    CHECK(tables.beside[tables.at_cohort(0, 4, cohort)].first == 27.5);
    CHECK(tables.beside[tables.at_cohort(0, 4, cohort)].third == 35);
}

TEST_CASE("a new figure, a period more and another target leave the rest of the tables as they were") {
    auto const before = framed(schools());
    auto now = before;
    auto board = schools();
    board.series("nöjda", "a", "2025", {21}).figure("nöjda", "b", "2022", domain::Measured{35, {}, false});
    now.measures = board.dataset().measures;
    check_taken_over(before, now);
    check_taken_over(now, before);
    now = before;
    now.measures[MeasureIndex{0}].targets.push_back(
        {"nöjda", "a", "T", domain::Period::from_text("2020").value(), {}, 30, {}, true});
    check_taken_over(before, now);
    CHECK(follow_up(now, {}).tables(MeasureIndex{0}).series.front().status[now.find_unit("a")->value()] ==
          TargetStatus::missed);
}

TEST_CASE("the same counts in another measure of them are other figures") {
    auto const shares = [](double multiplier) {
        Board board;
        board.measure("m");
        board.unit("a").unit("b");
        for (auto const* unit : {"a", "b"}) board.share("m", unit, "2020", 3, 4).share("m", unit, "2021", 1, 4);
        auto data = board.dataset();
        auto const& cube = *data.measures[MeasureIndex{0}].cube;
        data.measures[MeasureIndex{0}].cube = std::make_shared<Cube>(
            cube.axes(),
            Cube::Columns{{}, cube.columns().numerators, cube.columns().denominators, cube.columns().cells},
            multiplier);
        data.measures[MeasureIndex{0}].measure.multiplier = multiplier;
        return data;
    };
    auto before = shares(100);
    before.frame = std::make_shared<Frame const>(before);
    auto now = shares(1000);
    now.frame = before.frame;
    check_taken_over(before, now);
}

TEST_CASE("as of a time before any figure there is nothing to tell, and nothing breaks") {
    auto board = schools();
    for (auto const* name : {"tre", "två", "ett"}) { // a family
        board.measure(name).area = "klimat";
        for (auto const* school : {"a", "b", "c", "d", "e"}) board.series(name, school, "2020", {1, 2, 3, 4, 5});
    }
    for (auto const* unit : {"f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"}) board.unit(unit, "kommun");
    auto const data = framed(board);
    auto const now = follow_up(data, {});
    FollowUpSettings early;
    early.as_of = domain::Period::from_text("2019");
    for (auto const* previous : {static_cast<FollowUp const*>(nullptr), &now}) {
        auto const list = follow_up(data, early, previous);
        CHECK(list.cards.empty());
        CHECK(list.series_checked == 0);
        CHECK_FALSE(list.newest);
        CHECK(list.tables(MeasureIndex{0}).periods == 0);
        CHECK(list.tables(MeasureIndex{0}).series.front().length[0] == 0);
        CHECK(std::isnan(list.tables(MeasureIndex{0}).series.front().last[0]));
        CHECK(test::written(follow_up(data, {}, &list)) == test::written(now));
    }
}

} // namespace
} // namespace rodtrad::study
