#include "study/kernels/chance.hpp"
#include "study/kernels/trend_sweep.hpp"
#include "study/methods/mann_kendall.hpp"
#include "study/methods/theil_sen.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <numeric>
#include <vector>

using namespace rodtrad::study;
using namespace rodtrad::study::tests;

namespace {

struct Trend {
    double slope = Plane::no_value;
    double z = Plane::no_value;
};

// The definitions as the books have them.
Trend plain_trend(Plane const& plane, std::size_t from, std::size_t end, std::size_t unit) {
    std::vector<double> slopes;
    std::map<double, double> tied;
    double s = 0;
    for (auto j = from; j < end; ++j) {
        auto const later = plane.row(j)[unit];
        if (std::isnan(later)) continue;
        ++tied[later];
        for (auto i = from; i < j; ++i) {
            auto const earlier = plane.row(i)[unit];
            if (std::isnan(earlier)) continue;
            s += (later > earlier) - (later < earlier);
            auto const periods = static_cast<double>(j - i);
            auto slope = (later - earlier) / periods;
            if (std::isinf(slope)) slope = (later / 2 - earlier / 2) / periods * 2;
            slopes.push_back(slope);
        }
    }
    if (slopes.empty()) return {};
    std::ranges::sort(slopes);
    double n = 0;
    double ties = 0;
    for (auto const& [figure, times] : tied) {
        n += times;
        ties += times * (times - 1) * (2 * times + 5);
    }
    auto const variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
    auto const sign = s > 0 ? 1 : s < 0 ? -1 : 0;
    auto const slope = std::midpoint(slopes[(slopes.size() - 1) / 2], slopes[slopes.size() / 2]);
    return {std::isfinite(slope) ? slope : Plane::no_value, variance > 0 ? (s - sign) / std::sqrt(variance) : 0};
}

bool same(double left, double right) { return left == right || (std::isnan(left) && std::isnan(right)); }

void check_all_units(Plane const& plane, std::size_t from, std::size_t end, Processor processor) {
    std::vector<double> slope(plane.stride());
    std::vector<double> z(plane.stride());
    trend_sweep(plane, from, end, slope.data(), z.data(), processor);
    for (std::size_t unit = 0; unit < plane.stride(); ++unit) {
        auto const plain = plain_trend(plane, from, end, unit);
        INFO("unit ", unit, " of ", plane.units(), ", periods ", from, " to ", end);
        auto const is_same = same(slope[unit], plain.slope) && same(z[unit], plain.z);
        if (!is_same) {
            REQUIRE(slope[unit] == plain.slope);
            REQUIRE(z[unit] == plain.z);
        }
    }
}

Plane plane_of(std::initializer_list<std::initializer_list<double>> series) {
    Plane plane(series.begin()->size(), series.size());
    std::size_t unit = 0;
    for (auto const& figures : series) {
        std::size_t t = 0;
        for (auto const figure : figures) plane.row(t++)[unit] = figure;
        ++unit;
    }
    return plane;
}

} // namespace

TEST_CASE("trends of all units at once are those of each unit alone, whatever the figures") {
    Chance chance(1);
    for (int round = 0; round < 400; ++round) {
        auto const periods = chance.between(0, 30);
        auto const end = chance.between(0, periods);
        auto const from = end - std::min(end, chance.between(0, trend_periods));
        Plane plane(periods, chance.between(1, 40));
        auto const gaps = chance.happens(0.5) ? 0 : chance.share();
        auto const slope = chance.happens(0.5) ? 0 : chance.share() - 0.5;
        for (std::size_t unit = 0; unit < plane.units(); ++unit) {
            auto const kind = static_cast<Figures>(chance.below(kinds_of_figures));
            auto const climb = kind == Figures::smooth || kind == Figures::rounded ? slope : 0;
            for (std::size_t t = 0; t < periods; ++t)
                plane.row(t)[unit] =
                    chance.happens(gaps) ? Plane::no_value : figure(chance, kind) + climb * static_cast<double>(t);
        }
        check_all_units(plane, from, end, some_processor(chance));
    }
}

TEST_CASE("a line has its slope, and equal figures have none") {
    auto const plane = plane_of({{1, 3, 5, 7}, {2, 2, 2, 2}, {9, 6, 3, 0}});
    std::vector<double> slope(plane.stride());
    std::vector<double> z(plane.stride());
    trend_sweep(plane, 0, 4, slope.data(), z.data());
    CHECK(slope[0] == 2);
    CHECK(z[0] == doctest::Approx(5 / std::sqrt(4 * 3 * 13 / 18.0)));
    CHECK(slope[1] == 0);
    CHECK(z[1] == 0);
    CHECK(slope[2] == -3);
    CHECK(z[2] == -z[0]);
}

TEST_CASE("a slope counts the periods between figures, also across a gap") {
    auto const plane = plane_of({{1, Plane::no_value, Plane::no_value, 10}});
    std::vector<double> slope(plane.stride());
    std::vector<double> z(plane.stride());
    trend_sweep(plane, 0, 4, slope.data(), z.data());
    CHECK(slope[0] == 3);
    CHECK(z[0] == 0); // one pair, less the continuity
}

TEST_CASE("fewer than two figures have no trend, nor has the padding") {
    auto const plane = plane_of({{Plane::no_value, 4}, {Plane::no_value, Plane::no_value}});
    std::vector<double> slope(plane.stride());
    std::vector<double> z(plane.stride());
    trend_sweep(plane, 0, 2, slope.data(), z.data());
    for (std::size_t unit = 0; unit < plane.stride(); ++unit) {
        CHECK(std::isnan(slope[unit]));
        CHECK(std::isnan(z[unit]));
    }
}

TEST_CASE("a slope too large for a double is no slope, but the change has a direction") {
    auto const plane = plane_of({{-1.5e308, 1.5e308, 1.6e308}, {1.5e308, 0, -1.5e308}, {-1.5e308, 1.5e308, -1.5e308}});
    std::vector<double> slope(plane.stride());
    std::vector<double> z(plane.stride());
    trend_sweep(plane, 0, 3, slope.data(), z.data());
    CHECK(slope[0] == (1.6e308 / 2 + 1.5e308 / 2));
    CHECK(slope[1] == -1.5e308);
    CHECK(slope[2] == 0);
    CHECK(z[1] < 0);
    trend_sweep(plane, 0, 2, slope.data(), z.data());
    CHECK(std::isnan(slope[0]));
    CHECK(z[0] == 0); // of one pair
}

TEST_CASE("trends are those of the methods for one series") {
    Chance chance(5);
    for (int round = 0; round < 100; ++round) {
        Plane plane(trend_periods, 16);
        auto const gaps = chance.happens(0.5) ? 0 : chance.share();
        for (std::size_t unit = 0; unit < plane.units(); ++unit) {
            // The method scales a series by its largest figure; beside that one, the smallest doubles are lost.
            auto kind = static_cast<Figures>(chance.below(kinds_of_figures));
            if (kind == Figures::tiny || kind == Figures::anything) kind = Figures::rounded;
            for (std::size_t t = 0; t < plane.periods(); ++t)
                plane.row(t)[unit] = chance.happens(gaps) ? Plane::no_value : figure(chance, kind);
        }
        std::vector<double> slope(plane.stride());
        std::vector<double> z(plane.stride());
        trend_sweep(plane, 0, trend_periods, slope.data(), z.data());
        for (std::size_t unit = 0; unit < plane.units(); ++unit) {
            std::vector<double> times;
            std::vector<double> figures;
            for (std::size_t t = 0; t < plane.periods(); ++t)
                if (auto const value = plane.row(t)[unit]; !std::isnan(value)) {
                    times.push_back(static_cast<double>(t));
                    figures.push_back(value);
                }
            auto const theil = theil_sen(times, figures, 0.95);
            CHECK(theil.has_value() == !std::isnan(slope[unit]));
            if (theil) CHECK(slope[unit] == theil->slope);
            if (auto const kendall = mann_kendall(figures)) CHECK(z[unit] == kendall->z);
        }
    }
}
