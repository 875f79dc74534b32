#include "study/methods/moderated_variance.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("variances more alike than chance makes them are all one variance") {
    std::vector const variances{2.0, 2.0, 2.0, 2.0, 2.6};
    std::vector const df(5, 8.0);
    auto const prior = variance_prior(variances, df);
    REQUIRE(prior);
    CHECK(std::isinf(prior->df));
    CHECK(prior->variance == doctest::Approx(2.12));
    CHECK(moderated_variance(2.6, 8, *prior) == prior->variance);
}

TEST_CASE("the prior that made a family of variances is found again") {
    // True variances scaled inverse chi-squared on 10 degrees of freedom around 4, each seen on 12.
    std::mt19937_64 random{20261};
    std::chi_squared_distribution<double> prior_noise{10};
    std::chi_squared_distribution<double> own_noise{12};
    std::vector<double> variances;
    for (int series = 0; series < 20'000; ++series)
        variances.push_back(4 * 10 / prior_noise(random) * own_noise(random) / 12);
    auto const prior = variance_prior(variances, std::vector(variances.size(), 12.0));
    REQUIRE(prior);
    CHECK(prior->df == doctest::Approx(10).epsilon(0.05));
    CHECK(prior->variance == doctest::Approx(4).epsilon(0.02));
    CHECK(moderated_variance(1, 12, *prior) == doctest::Approx((prior->df * prior->variance + 12) / (prior->df + 12)));
}

TEST_CASE("a constant series among noisy ones is lent their noise") {
    std::vector const variances{0.0, 1.5, 0.7, 4.0, 2.2, 0.4};
    auto const prior = variance_prior(variances, std::vector(6, 5.0));
    REQUIRE(prior);
    CHECK(moderated_variance(0, 5, *prior) > 0);
}

TEST_CASE("without three series, or with half of them constant, there is no prior") {
    CHECK(variance_prior(std::vector{1.0, 2.0}, std::vector{5.0, 5.0}).reason() == NoAnswer::too_few_units);
    CHECK(variance_prior(std::vector(4, 0.0), std::vector(4, 5.0)).reason() == NoAnswer::zero_variance);
    CHECK(variance_prior(std::vector{0.0, 0.0, 3.0}, std::vector(3, 5.0)).reason() == NoAnswer::zero_variance);
}
