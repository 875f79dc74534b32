#include "study/kernels/chance.hpp"
#include "study/kernels/chart_sweep.hpp"
#include "study/kernels/step_sweep.hpp"
#include "study/methods/xmr.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <vector>

using namespace rodtrad::study;
using namespace rodtrad::study::tests;

namespace {

Plane some_plane(Chance& chance) {
    Plane plane(chance.between(0, 40), chance.between(1, 40));
    auto const gaps = chance.happens(0.5) ? 0 : chance.share();
    for (std::size_t unit = 0; unit < plane.units(); ++unit) {
        auto const kind = static_cast<Figures>(chance.below(kinds_of_figures));
        for (std::size_t t = 0; t < plane.periods(); ++t)
            plane.row(t)[unit] = chance.happens(gaps) ? Plane::no_value : figure(chance, kind);
    }
    return plane;
}

std::vector<double> figures_of(Plane const& plane, std::size_t end, std::size_t unit) {
    std::vector<double> figures;
    for (std::size_t t = 0; t < end; ++t)
        if (!std::isnan(plane.row(t)[unit])) figures.push_back(plane.row(t)[unit]);
    return figures;
}

// To the last bit, of `units` units; one NaN is as good as another.
bool is_same(std::vector<double> const& one, std::vector<double> const& other, std::size_t units) {
    for (std::size_t u = 0; u < units; ++u)
        if (std::memcmp(&one[u], &other[u], sizeof one[u]) != 0 && !(std::isnan(one[u]) && std::isnan(other[u])))
            return false;
    return true;
}

} // namespace

TEST_CASE("charts have the same bits on each processor, whatever the neighbours in the plane") {
    Chance chance(5);
    for (int round = 0; round < 300; ++round) {
        auto const plane = some_plane(chance);
        auto const end = chance.between(0, plane.periods());
        ChartSums plain;
        ChartSums found;
        chart_sweep(plane, end, plain, Processor::any);
        chart_sweep(plane, end, found, some_processor(chance));
        REQUIRE(is_same(plain.points, found.points, plane.units()));
        REQUIRE(is_same(plain.mean, found.mean, plane.units()));
        REQUIRE(is_same(plain.range, found.range, plane.units()));
        REQUIRE(is_same(plain.cause, found.cause, plane.units()));
    }
}

TEST_CASE("no chart that has something to say of its last point is passed over") {
    Chance chance(6);
    int causes = 0;
    for (int round = 0; round < 300; ++round) {
        Plane plane(chance.between(2, 40), chance.between(1, 40));
        auto const drift = chance.happens(0.3) ? chance.share() - 0.5 : 0;
        for (std::size_t t = 0; t < plane.periods(); ++t)
            for (auto& value : plane.units_of(t))
                value = chance.happens(0.1)
                            ? Plane::no_value
                            : std::round((chance.share() + chance.share() + drift * static_cast<double>(t)) * 20) / 10;
        ChartSums charts;
        chart_sweep(plane, plane.periods(), charts, some_processor(chance));
        for (std::size_t unit = 0; unit < plane.units(); ++unit) {
            auto const figures = figures_of(plane, plane.periods(), unit);
            if (figures.size() < 2) continue;
            auto const chart = xmr(figures, {});
            auto const& last = chart.points.back();
            CHECK(charts.mean[unit] == doctest::Approx(last.mean).epsilon(1e-12));
            CHECK(2.66 * charts.range[unit] == doctest::Approx(last.upper - last.mean).epsilon(1e-9));
            if (last.cause == SpecialCause::none) continue;
            ++causes;
            auto const is_up = last.type == PointType::neutral_high;
            CHECK((charts.cause[unit] == 2 || charts.cause[unit] == (is_up ? 1 : -1)));
        }
    }
    CHECK(causes > 100);
}

TEST_CASE("steps have the same bits on each processor, whatever the neighbours in the plane") {
    Chance chance(7);
    for (int round = 0; round < 300; ++round) {
        auto const plane = some_plane(chance);
        auto const end = chance.between(0, plane.periods());
        StepSums plain;
        StepSums found;
        step_sweep(plane, end, plain, Processor::any);
        step_sweep(plane, end, found, some_processor(chance));
        REQUIRE(is_same(plain.points, found.points, plane.units()));
        for (std::size_t k = 0; k < longest_step; ++k) {
            REQUIRE(is_same(plain.before[k], found.before[k], plane.units()));
            REQUIRE(is_same(plain.variance[k], found.variance[k], plane.units()));
            REQUIRE(is_same(plain.after[k], found.after[k], plane.units()));
        }
        REQUIRE(is_same(plain.correlation, found.correlation, plane.units()));
        REQUIRE(is_same(plain.squares, found.squares, plane.units()));
    }
}
