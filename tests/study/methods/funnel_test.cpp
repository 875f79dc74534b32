#include "study/methods/funnel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace rodtrad;
using namespace rodtrad::study;

TEST_CASE("a large unit leaves the funnel where a small one with the same share stays") {
    std::vector<domain::Counts> const units{{500, 1000}, {6, 10}, {600, 1000}, {400, 1000}};
    auto const funnel = proportion_funnel(units);
    REQUIRE(funnel);
    CHECK(funnel->average == doctest::Approx(1506.0 / 3010));
    CHECK(funnel->points[0].place == FunnelPlace::inside);
    CHECK(funnel->points[1].place == FunnelPlace::inside);
    CHECK(funnel->points[2].place == FunnelPlace::high_998);
    CHECK(funnel->points[3].place == FunnelPlace::low_998);
    CHECK(funnel->points[1].limits_95.upper - funnel->average ==
          doctest::Approx(1.959963984540054 * std::sqrt(funnel->average * (1 - funnel->average) / 10)));
}

TEST_CASE("where nothing happens anywhere nobody deviates, and one unit alone has no funnel") {
    std::vector<domain::Counts> const nothing(3, {0, 40});
    auto const funnel = proportion_funnel(nothing);
    CHECK(funnel->average == 0);
    for (auto const& point : funnel->points) {
        CHECK(point.place == FunnelPlace::inside);
        CHECK(point.limits_95.upper == 0);
    }
    CHECK(overdispersed_funnel(nothing).reason() == NoAnswer::zero_variance);
    CHECK(proportion_funnel(std::vector<domain::Counts>{{3, 40}}).reason() == NoAnswer::too_few_units);
    CHECK(rate_funnel(std::vector<domain::Counts>{{3, 40}}).reason() == NoAnswer::too_few_units);
    CHECK(overdispersed_funnel(std::vector<domain::Counts>{{3, 40}}).reason() == NoAnswer::too_few_units);
}

TEST_CASE("a rate deviates when the average is outside its own limits") {
    std::vector<domain::Counts> const units{{35, 100}, {0, 100}, {48, 100}, {1, 2}, {35, 100}};
    auto const funnel = rate_funnel(units);
    CHECK(funnel->points[0].place == FunnelPlace::inside); // 24–49 against 30
    CHECK(funnel->points[1].place == FunnelPlace::low_998);
    CHECK(funnel->points[2].place == FunnelPlace::high_95);
    CHECK(funnel->points[3].place == FunnelPlace::inside);
}

TEST_CASE("spread that units always have does not make the large ones deviate") {
    // Shares differ by some 5 points between units for other reasons than chance; one unit truly stands apart.
    std::mt19937_64 random{4};
    std::normal_distribution<double> usual{0.6, 0.05};
    std::vector<domain::Counts> units;
    for (int unit = 0; unit < 100; ++unit) {
        auto const n = 500.0 + 300 * unit;
        units.push_back({std::round(n * std::clamp(usual(random), 0.0, 1.0)), n});
    }
    units.push_back({1500, 5000});
    auto const plain = proportion_funnel(units);
    auto const adjusted = overdispersed_funnel(units);
    auto const outside = std::ranges::count_if(plain->points, [](auto const& point) {
        return point.place == FunnelPlace::high_998 || point.place == FunnelPlace::low_998;
    });
    auto const deviating = std::ranges::count_if(adjusted->points, [](auto const& point) { return point.p < 0.002; });
    CHECK(outside > 50);
    CHECK(deviating <= 2);
    CHECK(adjusted->points.back().p < 1e-5);
    CHECK(adjusted->phi > 10);
    CHECK(std::sqrt(adjusted->tau2) == doctest::Approx(0.05).epsilon(0.25)); // arcsine: half of 0.05/√(0.6·0.4)
}

TEST_CASE("without more spread than chance the adjustment does nothing") {
    std::mt19937_64 random{6};
    std::binomial_distribution<int> events{400, 0.3};
    std::vector<domain::Counts> units;
    for (int unit = 0; unit < 40; ++unit) units.push_back({static_cast<double>(events(random)), 400});
    auto const adjusted = overdispersed_funnel(units);
    CHECK(adjusted->tau2 < 1e-4);
    for (auto const& point : adjusted->points) CHECK(point.p > 1e-4);
}
