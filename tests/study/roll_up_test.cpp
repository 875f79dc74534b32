#include "study/board.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace rodtrad::study {
namespace {

using test::Board;

Board two_schools() {
    Board board;
    board.unit("nämnd").unit("liten", "nämnd").unit("stor", "nämnd");
    auto& measure = board.measure("m");
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.aggregation = domain::Aggregation::counts;
    return board;
}

struct At {
    Cell cell;
    double value;
    Coverage coverage;
};

At at(Dataset const& data, std::string_view unit, std::string_view period) {
    auto const& measure = data.measures[data.find_measure("m").value()];
    auto const place = measure.cube->at(0, measure.cube->time_of(domain::Period::from_text(period).value()).value(),
                                        data.find_unit(unit).value());
    return {measure.cube->cell(place), measure.cube->value(place), (*measure.coverage)[place]};
}

TEST_CASE("a percentage is never averaged: numerators and denominators are summed") {
    auto const data = two_schools().share("m", "liten", "2024", 10, 10).share("m", "stor", "2024", 50, 100).dataset();
    CHECK(at(data, "nämnd", "2024").value == doctest::Approx(100 * 60.0 / 110.0).epsilon(1e-14));
    CHECK(at(data, "nämnd", "2024").cell == Cell::aggregated);
}

TEST_CASE("a unit that did not report is not counted as 0, and the coverage says so") {
    auto board = two_schools();
    board.share("m", "liten", "2023", 10, 10).share("m", "stor", "2023", 50, 100).share("m", "stor", "2024", 50, 100);
    board.figure("m", "liten", "2024", domain::Missing{});
    auto const data = board.dataset();
    CHECK(at(data, "nämnd", "2024").value == 50);
    CHECK(at(data, "nämnd", "2024").coverage.reporting == 1);
    CHECK(at(data, "nämnd", "2024").coverage.expected == 2);
    CHECK(at(data, "nämnd", "2023").coverage.reporting == 2);
}

TEST_CASE("a unit that closed is no longer expected") {
    Board board;
    board.unit("nämnd").unit("stor", "nämnd").unit("liten", "nämnd");
    board.measure("m").aggregation = domain::Aggregation::sum;
    board.series("m", "liten", "2022", {1}).series("m", "stor", "2022", {2, 3});
    CHECK(at(board.dataset(), "nämnd", "2023").coverage.expected == 2);
    board.closes("liten", std::chrono::year{2022} / 12 / 31);
    CHECK(at(board.dataset(), "nämnd", "2022").coverage.expected == 2);
    CHECK(at(board.dataset(), "nämnd", "2023").coverage.expected == 1);
}

TEST_CASE("a figure that was delivered for a unit stands, and is what counts upward") {
    auto board = two_schools();
    board.unit("kommun").unit("förvaltning", "kommun").unit("skola", "förvaltning");
    board.share("m", "skola", "2024", 1, 10).share("m", "förvaltning", "2024", 8, 10);
    auto const data = board.dataset();
    CHECK(at(data, "förvaltning", "2024").cell == Cell::measured);
    CHECK(at(data, "kommun", "2024").value == 80);
    CHECK(at(data, "kommun", "2024").coverage.expected == 1);
}

TEST_CASE("what is withheld for a unit is not worked out from the units below") {
    auto board = two_schools();
    board.share("m", "stor", "2024", 50, 100).figure("m", "nämnd", "2024", domain::Confidential{});
    auto const data = board.dataset();
    CHECK(at(data, "nämnd", "2024").cell == Cell::confidential);
    CHECK(std::isnan(at(data, "nämnd", "2024").value));
}

TEST_CASE("nobody in the denominator gives no value, not 0 percent") {
    auto board = two_schools();
    board.figure("m", "stor", "2024", domain::Measured{0, domain::Counts{0, 0}, false});
    CHECK(at(board.dataset(), "nämnd", "2024").cell == Cell::absent);
}

TEST_CASE("sums are summed through every level of the tree") {
    Board board;
    board.unit("k").unit("a", "k").unit("b", "k").unit("a1", "a").unit("a2", "a");
    board.measure("m").aggregation = domain::Aggregation::sum;
    board.series("m", "a1", "2024", {0.1}).series("m", "a2", "2024", {0.2}).series("m", "b", "2024", {7});
    auto const data = board.dataset();
    CHECK(at(data, "a", "2024").value == doctest::Approx(0.3).epsilon(1e-15));
    CHECK(at(data, "k", "2024").value == doctest::Approx(7.3).epsilon(1e-15));
    CHECK(at(data, "k", "2024").coverage.reporting == 3);
}

TEST_CASE("without a rule for it nothing is aggregated, and the cube is shared") {
    Board board;
    board.unit("k").unit("a", "k").measure("m");
    board.series("m", "a", "2024", {1});
    auto const data = board.dataset();
    auto const& measure = data.measures[MeasureIndex{0}];
    CHECK(measure.coverage == nullptr);
    CHECK(rolled_up(measure, data.units).cube == measure.cube);
    CHECK(measure.cube->cell(measure.cube->at(0, 0, data.find_unit("k").value())) == Cell::absent);
}

} // namespace
} // namespace rodtrad::study
