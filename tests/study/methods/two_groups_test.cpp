#include "study/methods/two_groups.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <utility>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("a gap between two shares is tested with what both have in common") {
    auto const gap = proportion_difference({71, 100}, {58, 100}, 0.95);
    REQUIRE(gap);
    CHECK(gap->difference() == doctest::Approx(0.13));
    CHECK(gap->z == doctest::Approx(0.13 / std::sqrt(0.645 * 0.355 * 0.02)));
    CHECK_FALSE(gap->is_exact);
    CHECK(gap->p == gap->p_score);
    CHECK(gap->interval.lower < 0.13);
    CHECK(gap->interval.upper > 0.13);
    auto const turned = proportion_difference({58, 100}, {71, 100}, 0.95);
    CHECK(turned->interval.lower == doctest::Approx(-gap->interval.upper));
    CHECK(turned->p == doctest::Approx(gap->p));
}

TEST_CASE("few expected are counted exactly: Fisher's lady and her cups of tea") {
    CHECK(fisher_exact({3, 4}, {1, 4}) == doctest::Approx(34.0 / 70));
    CHECK(fisher_exact({4, 4}, {0, 4}) == doctest::Approx(2.0 / 70));
    auto const gap = proportion_difference({4, 4}, {0, 4}, 0.95);
    CHECK(gap->is_exact);
    CHECK(gap->p == doctest::Approx(2.0 / 70));
}

TEST_CASE("two shares that are both nothing, or both everything, do not differ") {
    for (auto const& [first, second] :
         {std::pair<rodtrad::domain::Counts, rodtrad::domain::Counts>{{0, 40}, {0, 43}}, {{40, 40}, {43, 43}}}) {
        auto const gap = proportion_difference(first, second, 0.95);
        CHECK(gap->difference() == 0);
        CHECK(gap->z == 0);
        CHECK(gap->p == 1);
        CHECK(gap->interval.lower < 0);
        CHECK(gap->interval.upper > 0);
    }
    CHECK(proportion_difference({1, 0}, {1, 40}, 0.95).reason() == NoAnswer::zero_denominator);
    CHECK(proportion_difference({4, 3}, {1, 40}, 0.95).reason() == NoAnswer::numerator_exceeds_denominator);
}

TEST_CASE("two rates are compared given all their events") {
    auto const same = rate_ratio({10, 100}, {20, 200}, 0.95);
    CHECK(*same->ratio == doctest::Approx(1));
    CHECK(same->p == doctest::Approx(1));
    CHECK(same->lower < 1);
    CHECK(*same->upper > 1);
    // Five events against none in equal exposure: heads five times, or tails.
    auto const open = rate_ratio({5, 10}, {0, 10}, 0.95);
    CHECK_FALSE(open->ratio);
    CHECK_FALSE(open->upper);
    CHECK(open->p == doctest::Approx(2.0 / 32));
    auto const none = rate_ratio({0, 40}, {0, 45}, 0.95);
    CHECK(none->p == 1);
    CHECK_FALSE(none->ratio);
    CHECK(rate_ratio({1, 0}, {1, 4}, 0.95).reason() == NoAnswer::zero_denominator);
    CHECK(rate_ratio({-1, 1}, {1, 4}, 0.95).reason() == NoAnswer::negative_count);
}

TEST_CASE("a rate test of millions of events takes no time") {
    auto const huge = rate_ratio({40'000'000, 1e6}, {40'010'000, 1e6}, 0.95);
    CHECK(huge->p == doctest::Approx(0.2637).epsilon(0.01)); // z = −10 000/√80 010 000
}

TEST_CASE("Welch's test lets the groups have noise of their own") {
    std::vector const first{1.0, 2.0, 3.0, 4.0};
    std::vector const second{2.0, 6.0, 10.0};
    auto const test = welch_test(sample_of(first), sample_of(second), 0.95);
    REQUIRE(test);
    auto const noise1 = 5.0 / 3 / 4;
    auto const noise2 = 16.0 / 3;
    CHECK(test->t == doctest::Approx(-3.5 / std::sqrt(noise1 + noise2)));
    CHECK(*test->df ==
          doctest::Approx((noise1 + noise2) * (noise1 + noise2) / (noise1 * noise1 / 3 + noise2 * noise2 / 2)));
    CHECK(test->interval.lower < -3.5);
    CHECK(test->interval.upper > -3.5);
}

TEST_CASE("constant groups are equal, or differ by a fact that has no p") {
    auto const flat = sample_of(std::vector(3, 7.5));
    CHECK(welch_test(flat, sample_of(std::vector(4, 7.5)), 0.95)->t == 0);
    CHECK(welch_test(flat, sample_of(std::vector(4, 7.5)), 0.95)->p == 1);
    CHECK(welch_test(flat, sample_of(std::vector(4, 8.5)), 0.95).reason() == NoAnswer::zero_variance);
    CHECK(welch_test(sample_of(std::vector{7.5}), flat, 0.95).reason() == NoAnswer::too_few_points);
}
