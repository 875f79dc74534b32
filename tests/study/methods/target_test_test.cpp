#include "study/methods/distributions.hpp"
#include "study/methods/target_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace rodtrad::study;

TEST_CASE("a share far below its target is surely below, one just below may be chance") {
    CHECK(*proportion_target_p({500, 1000}, 0.8, Wanted::at_least) < 1e-10);
    CHECK(*proportion_target_p({39, 50}, 0.8, Wanted::at_least) ==
          doctest::Approx(normal_below(-0.02 / std::sqrt(0.16 / 50))));
    CHECK(*proportion_target_p({45, 50}, 0.8, Wanted::at_least) > 0.9);
}

TEST_CASE("few people and a high target are weighed exactly: two of twenty who miss 98 % may be chance") {
    auto const p = *proportion_target_p({18, 20}, 0.98, Wanted::at_least);
    CHECK(p == doctest::Approx(1 - std::pow(0.98, 20) - 20 * 0.02 * std::pow(0.98, 19)));
    CHECK(p > 0.05); // the normal tail would say 0.005
    CHECK(*proportion_target_p({2, 20}, 0.02, Wanted::at_most) == doctest::Approx(p));
    CHECK(*proportion_target_p({20, 20}, 0.98, Wanted::at_least) == 1);
    CHECK(*proportion_target_p({0, 20}, 0.98, Wanted::at_least) == doctest::Approx(std::pow(0.02, 20)));
}

TEST_CASE("the same share misses a ceiling as much as it meets a floor") {
    auto const floor = *proportion_target_p({30, 50}, 0.5, Wanted::at_least);
    auto const ceiling = *proportion_target_p({30, 50}, 0.5, Wanted::at_most);
    CHECK(floor + ceiling == doctest::Approx(1));
    CHECK(ceiling < 0.1);
}

TEST_CASE("a target of all or none is missed as a fact, not by chance") {
    CHECK(proportion_target_p({49, 50}, 1, Wanted::at_least).reason() == NoAnswer::target_at_bound);
    CHECK(proportion_target_p({1, 50}, 0, Wanted::at_most).reason() == NoAnswer::target_at_bound);
    CHECK(rate_target_p({1, 50}, 0, Wanted::at_most).reason() == NoAnswer::target_at_bound);
    CHECK(proportion_target_p({1, 0}, 0.5, Wanted::at_most).reason() == NoAnswer::zero_denominator);
}

TEST_CASE("too many events are weighed by the exact Poisson tail") {
    CHECK(*rate_target_p({3, 10}, 0.1, Wanted::at_most) == doctest::Approx(1 - std::exp(-1) * (1 + 1 + 0.5)));
    CHECK(*rate_target_p({0, 10}, 0.1, Wanted::at_least) == doctest::Approx(std::exp(-1)));
    CHECK(*rate_target_p({0, 10}, 0.1, Wanted::at_most) == 1);
}

TEST_CASE("a mean is tested by Student's t") {
    Sample const sample{16, 3.5, 0.8};
    CHECK(*mean_target_p(sample, 4, Wanted::at_least) == doctest::Approx(t_above(2.5, 15)));
    CHECK(*mean_target_p(sample, 4, Wanted::at_most) == doctest::Approx(1 - t_above(2.5, 15)));
    CHECK(mean_target_p({1, 3.5, 0}, 4, Wanted::at_least).reason() == NoAnswer::too_few_points);
    CHECK(mean_target_p({5, 3.5, 0}, 4, Wanted::at_least).reason() == NoAnswer::zero_variance);
}
