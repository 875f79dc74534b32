#include "study/methods/distributions.hpp"
#include "study/methods/intervals.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("Wilson's limits are where the score test just accepts") {
    auto const estimate = proportion_estimate({37, 50}, 0.95);
    CHECK(estimate->value == 0.74);
    for (auto const limit : {estimate->interval.lower, estimate->interval.upper}) {
        auto const z = (0.74 - limit) / std::sqrt(limit * (1 - limit) / 50);
        CHECK(normal_two_sided(z) == doctest::Approx(0.05).epsilon(1e-9));
    }
}

TEST_CASE("a share stays within 0 and 1, to the last digit") {
    for (double n = 1; n < 3000; n += 37) {
        CHECK(proportion_estimate({0, n}, 0.95)->interval.lower == 0);
        CHECK(proportion_estimate({n, n}, 0.95)->interval.upper == 1);
    }
}

TEST_CASE("counts that are no counts get a named reason and no figure") {
    CHECK(proportion_estimate({0, 0}, 0.95).reason() == NoAnswer::zero_denominator);
    CHECK(proportion_estimate({5, 3}, 0.95).reason() == NoAnswer::numerator_exceeds_denominator);
    CHECK(proportion_estimate({-1, 3}, 0.95).reason() == NoAnswer::negative_count);
    CHECK(rate_estimate({0, 0}, 0.95).reason() == NoAnswer::zero_denominator);
    CHECK(rate_estimate({-1, 10}, 0.95).reason() == NoAnswer::negative_count);
}

TEST_CASE("few events have exact limits, many have Byar's, and they nearly meet") {
    auto const none = rate_estimate({0, 100}, 0.95);
    CHECK(none->interval.lower == 0);
    CHECK(none->interval.upper == doctest::Approx(-std::log(0.025) / 100));
    auto const nine = rate_estimate({9, 1}, 0.95);
    CHECK(poisson_at_least(9, nine->interval.lower) == doctest::Approx(0.025));
    CHECK(poisson_at_most(9, nine->interval.upper) == doctest::Approx(0.025));
    auto const ten = rate_estimate({10, 1}, 0.95);
    CHECK(poisson_at_least(10, ten->interval.lower) == doctest::Approx(0.025).epsilon(0.02));
    CHECK(poisson_at_most(10, ten->interval.upper) == doctest::Approx(0.025).epsilon(0.02));
}

TEST_CASE("one figure has a mean and no interval, equal figures an interval without width") {
    auto const one = mean_estimate(std::vector{7.5}, 0.95);
    CHECK(one->mean == 7.5);
    CHECK_FALSE(one->deviation);
    CHECK_FALSE(one->interval);
    auto const equal = mean_estimate(std::vector(4, 7.1), 0.95);
    CHECK(equal->deviation == 0);
    CHECK(equal->interval->lower == 7.1);
    CHECK(equal->interval->upper == 7.1);
    CHECK(mean_estimate({}, 0.95).reason() == NoAnswer::no_data);
}

TEST_CASE("the interval of a mean follows Student's t") {
    auto const estimate = mean_estimate(std::vector{1.0, 2.0, 3.0}, 0.95);
    CHECK(estimate->interval->upper - 2 == doctest::Approx(4.302652729749464 / std::sqrt(3)).epsilon(1e-9));
}
