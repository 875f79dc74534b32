#include "study/methods/countable.hpp"
#include "study/methods/funnel.hpp"
#include "study/methods/heterogeneity.hpp"
#include "study/methods/intervals.hpp"
#include "study/methods/two_groups.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad::study;
using rodtrad::domain::Counts;

TEST_CASE("what cannot be counted is told before it is computed with") {
    CHECK_FALSE(fault_in_share({3, 7}));
    CHECK_FALSE(fault_in_share({0.5, 7.25})); // weighted
    CHECK(fault_in_share({8, 7}) == NoAnswer::numerator_exceeds_denominator);
    CHECK_FALSE(fault_in_rate({8, 7}));
    CHECK(fault_in_rate({-1, 7}) == NoAnswer::negative_count);
    CHECK(fault_in_rate({0, 0}) == NoAnswer::zero_denominator);
    CHECK(fault_in_rate({1, 1e308}) == NoAnswer::out_of_range);
    CHECK(fault_in_rate({5e-324, 1}) == NoAnswer::out_of_range);
}

TEST_CASE("counts of any size have an answer or a reason") {
    for (auto const& odd : {Counts{0, 0}, Counts{-1, -1}, Counts{1e308, 1e308}, Counts{5e-324, 5e-324}}) {
        std::vector const units{Counts{3, 7}, odd};
        CHECK_FALSE(proportion_estimate(odd, 0.95));
        CHECK_FALSE(rate_estimate(odd, 0.95));
        CHECK_FALSE(rate_ratio(odd, {3, 7}, 0.95));
        CHECK_FALSE(proportion_funnel(units));
        CHECK_FALSE(rate_funnel(units));
        CHECK_FALSE(overdispersed_funnel(units));
        CHECK_FALSE(proportion_heterogeneity(units));
    }
    CHECK(mean_heterogeneity(std::vector{3.0, 1e308}, std::vector{1.0, 1.0}).reason() == NoAnswer::out_of_range);
    CHECK(welch_test({3, 1e308, 1e308}, {3, -1e308, 1e308}, 0.95).reason() == NoAnswer::out_of_range);
}
