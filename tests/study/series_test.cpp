#include "study/board.hpp"
#include "study/series.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using test::Board;

TEST_CASE("a series is the figures that exist: what is missing or withheld is left out, not counted as 0") {
    Board board;
    board.unit("a").unit("b").measure("m");
    board.series("m", "a", "2020", {1, 2}).figure("m", "a", "2022", domain::Missing{});
    board.figure("m", "a", "2023", domain::Confidential{}).series("m", "a", "2024", {5});
    auto const data = board.dataset();
    auto const& measure = data.measures[MeasureIndex{0}];
    auto const series = series_of(measure, 0, 5);
    CHECK(series.values(UnitIndex{0}) == std::vector{1.0, 2.0, 5.0});
    CHECK(series.times(UnitIndex{0})[2] == 4);
    CHECK(series.last_time(UnitIndex{0}) == 4);
    CHECK(series.values(UnitIndex{1}).empty());
    CHECK_FALSE(series.last_time(UnitIndex{1}));
    CHECK(series_of(measure, 0, 4).values(UnitIndex{0}) == std::vector{1.0, 2.0});
}

TEST_CASE("the gap is women's figure minus men's, only where both exist") {
    Board board;
    board.unit("a").measure("m");
    board.series("m", "a", "2020", {5, 6, 7}, "K").series("m", "a", "2021", {4, 9, 9}, "M");
    auto const data = board.dataset();
    auto const& measure = data.measures[MeasureIndex{0}];
    auto const gaps = gaps_between(series_of(measure, 0, 4), series_of(measure, 1, 4));
    CHECK(gaps.values(UnitIndex{0}) == std::vector{2.0, -2.0});
    CHECK(gaps.times(UnitIndex{0})[0] == 1);
}

TEST_CASE("a sum over fewer units than there are is no point in a series") {
    Board board;
    board.unit("k").unit("a", "k").unit("b", "k").measure("m").aggregation = domain::Aggregation::sum;
    board.series("m", "a", "2020", {1, 1, 1}).series("m", "b", "2020", {5}).series("m", "b", "2022", {5});
    auto const data = board.dataset();
    CHECK(series_of(data.measures[MeasureIndex{0}], 0, 3).values(data.find_unit("k").value()) == std::vector{6.0, 6.0});
}

TEST_CASE("a figure made from one unit below is that unit's own, and no series once more") {
    Board board;
    board.unit("k").unit("board", "k").unit("a", "board").unit("b", "board").unit("other", "k");
    board.measure("m").aggregation = domain::Aggregation::sum;
    board.series("m", "a", "2020", {1, 2}).series("m", "b", "2020", {5, 5});
    auto const data = board.dataset();
    auto const series = series_of(data.measures[MeasureIndex{0}], 0, 2);
    CHECK(series.values(data.find_unit("board").value()) == std::vector{6.0, 7.0}); // made from two
    CHECK(series.values(data.find_unit("k").value()).empty());                      // the same figures again
    CHECK(series.values(data.find_unit("a").value()).size() == 2);
}

} // namespace
} // namespace rodtrad::study
