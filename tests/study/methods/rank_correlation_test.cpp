#include "study/methods/rank_correlation.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace rodtrad::study {
namespace {

using doctest::Approx;
using Values = std::vector<double>;

TEST_CASE("equal values share the mean of their ranks") {
    CHECK(mean_ranks(Values{3, 1, 3, 2}) == Values{3.5, 1, 3.5, 2});
    CHECK(mean_ranks(Values{}).empty());
}

TEST_CASE("Spearman's correlation with its asymptotic p, ties and all") {
    // 1 − 6·6/(6·35), and t = ρ √(4/(1−ρ²)) = 2.958 with 4 degrees of freedom
    auto const found = rank_correlation(Values{1, 2, 3, 4, 5, 6}, Values{2, 1, 4, 3, 6, 5});
    REQUIRE(found);
    CHECK(found->rho == Approx(0.8285714285714286));
    CHECK(found->p == Approx(0.04156268).epsilon(1e-6));
}

TEST_CASE("two pairs, equal values and what is no number have no correlation") {
    CHECK(rank_correlation(Values{1, 2}, Values{1, 2}).reason() == NoAnswer::too_few_points);
    CHECK(rank_correlation(Values{1, 1, 1}, Values{1, 2, 3}).reason() == NoAnswer::zero_variance);
    CHECK(rank_correlation(Values{1, 2, std::numeric_limits<double>::infinity()}, Values{1, 2, 3}).reason() ==
          NoAnswer::out_of_range);
}

} // namespace
} // namespace rodtrad::study
