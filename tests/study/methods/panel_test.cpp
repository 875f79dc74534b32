#include "study/board.hpp"
#include "study/methods/panel.hpp"

#include <doctest/doctest.h>

#include <Eigen/QR>
#include <cmath>

namespace rodtrad::study {
namespace {

using doctest::Approx;

struct Panel {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<double> x;
    std::vector<double> y;

    void add(std::uint32_t unit, std::uint32_t period, double of_x, double of_y) {
        units.push_back(unit);
        periods.push_back(period);
        x.push_back(of_x);
        y.push_back(of_y);
    }
    TwoWayPanel panel() const { return TwoWayPanel{{units, periods}}; }
    Answer<PanelEffect> effect() const { return two_way_effect(panel(), x, y); }
};

Panel with_gaps(std::uint64_t seed, double slope = 2) {
    test::Chance chance{seed};
    Panel panel;
    for (std::uint32_t unit = 0; unit < 9; ++unit)
        for (std::uint32_t period = 0; period < 6; ++period) {
            if (chance.uniform() < 0.3) continue;
            auto const x = chance.normal() + 0.3 * unit;
            panel.add(unit, period, x, 100 + 7.0 * unit - 3.0 * period + slope * x + chance.normal());
        }
    return panel;
}

TEST_CASE("what is left within units and periods is what a dummy for each of them leaves") {
    auto const data = with_gaps(1);
    auto const n = static_cast<Eigen::Index>(data.y.size());
    Eigen::MatrixXd dummies = Eigen::MatrixXd::Zero(n, 15);
    for (Eigen::Index row = 0; row < n; ++row) {
        dummies(row, data.units[static_cast<std::size_t>(row)]) = 1;
        dummies(row, 9 + data.periods[static_cast<std::size_t>(row)]) = 1;
    }
    Eigen::Map<Eigen::VectorXd const> const y{data.y.data(), n};
    Eigen::VectorXd const rest = y - dummies * dummies.completeOrthogonalDecomposition().solve(y);
    auto const panel = data.panel();
    auto const within = panel.within(data.y);
    REQUIRE(panel.kept().size() == data.y.size());
    for (Eigen::Index row = 0; row < n; ++row)
        CHECK(std::abs(within[static_cast<std::size_t>(row)] - rest[row]) < 1e-10);
}

TEST_CASE("units that share no period with the rest have levels of their own") {
    Panel data;
    for (std::uint32_t unit : {0U, 1U})
        for (std::uint32_t period : {0U, 1U}) data.add(unit, period, 0, unit + 5.0 * period);
    for (std::uint32_t unit : {2U, 3U})
        for (std::uint32_t period : {2U, 3U}) data.add(unit, period, 0, 1000 * unit + 70.0 * period);
    for (auto const rest : data.panel().within(data.y)) CHECK(std::abs(rest) < 1e-9);
}

TEST_CASE("a row that is alone in its unit or its period says nothing, nor one that is alone when that is gone") {
    auto data = with_gaps(2);
    auto const before = data.effect();
    data.add(20, 3, 40, 1000); // the only row of its unit
    data.add(21, 4, -3, 7);    // its unit has two rows, of which one is the only one of its period
    data.add(21, 99, 5, -50);
    auto const after = data.effect();
    REQUIRE(before);
    REQUIRE(after);
    CHECK(after->rows == before->rows);
    CHECK(after->estimate == Approx(before->estimate).epsilon(1e-12));
    CHECK(after->inference->error == Approx(before->inference->error).epsilon(1e-12));
}

TEST_CASE("figures in thousands of millions have the same answer, in thousands of millions") {
    auto data = with_gaps(3);
    auto const small = data.effect();
    for (auto& y : data.y) y *= 1e300;
    auto const large = data.effect();
    REQUIRE(large);
    CHECK(large->estimate == Approx(1e300 * small->estimate).epsilon(1e-12));
    CHECK(large->inference->p == Approx(small->inference->p).epsilon(1e-9));
    for (auto& y : data.y) y = std::copysign(1.7e308, y - 1e302);
    CHECK((!data.effect() || std::isfinite(data.effect()->estimate)));
}

TEST_CASE("what does not vary within units and periods has no effect of its own") {
    auto data = with_gaps(4);
    for (std::size_t row = 0; row < data.x.size(); ++row) data.x[row] = 0.1 * data.units[row] + 0.7 * data.periods[row];
    auto const found = data.effect();
    REQUIRE_FALSE(found);
    CHECK(found.reason() == NoAnswer::not_identified);
    CHECK(Panel{}.effect().reason() == NoAnswer::no_data);
}

TEST_CASE("where the model meets every figure there is an estimate, and no chance to measure it by") {
    auto data = with_gaps(5);
    for (std::size_t row = 0; row < data.x.size(); ++row)
        data.y[row] = 3 * data.x[row] + 0.1 * data.units[row] + 0.7 * data.periods[row];
    auto const found = data.effect();
    REQUIRE(found);
    CHECK(found->estimate == Approx(3));
    REQUIRE_FALSE(found->inference);
    CHECK(found->inference.reason() == NoAnswer::zero_variance);
}

TEST_CASE("without any effect, about one p in twenty is below 0.05") {
    int below = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) below += with_gaps(seed, 0).effect()->inference->p < 0.05 ? 1 : 0;
    CHECK(below > 10);
    CHECK(below < 72); // clustering on nine units is known to be a little hasty
}

} // namespace
} // namespace rodtrad::study
