#include "study/methods/heterogeneity.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad;
using namespace rodtrad::study;

TEST_CASE("units that differ hide behind their average") {
    std::vector<domain::Counts> const units{{20, 40}, {30, 40}, {38, 40}};
    auto const found = proportion_heterogeneity(units);
    REQUIRE(found);
    auto const pooled = 88.0 / 120;
    CHECK(found->pooled == doctest::Approx(pooled));
    CHECK(found->q == doctest::Approx(40 *
                                      ((0.5 - pooled) * (0.5 - pooled) + (0.75 - pooled) * (0.75 - pooled) +
                                       (0.95 - pooled) * (0.95 - pooled)) /
                                      (pooled * (1 - pooled))));
    CHECK(found->df == 2);
    CHECK(found->p < 0.001);
    CHECK(found->i2 == doctest::Approx((found->q - 2) / found->q));
    // What chance has put between them is taken away, and the order kept.
    CHECK(found->shrunken[0] > 0.5);
    CHECK(found->shrunken[2] < 0.95);
    CHECK(found->shrunken[0] < found->shrunken[1]);
    CHECK(found->shrunken[1] < found->shrunken[2]);
}

TEST_CASE("units no more unlike than chance makes them are all given the common value") {
    auto const found = mean_heterogeneity(std::vector{10.0, 10.2, 9.9, 10.1}, std::vector(4, 1.0));
    CHECK(found->tau2 == 0);
    CHECK(found->i2 == 0);
    for (auto const value : found->shrunken) CHECK(value == doctest::Approx(10.05));
}

TEST_CASE("a small unit is drawn further to the centre than a large one") {
    auto const found = mean_heterogeneity(std::vector{0.0, 20.0, 20.0, 0.0}, std::vector{1.0, 1.0, 8.0, 1.0});
    CHECK(found->shrunken[1] > found->shrunken[2]);
    CHECK(found->shrunken[2] > found->centre);
}

TEST_CASE("units without any spread, or one alone, have no heterogeneity") {
    CHECK(proportion_heterogeneity(std::vector<domain::Counts>{{0, 5}, {0, 7}}).reason() == NoAnswer::zero_variance);
    CHECK(proportion_heterogeneity(std::vector<domain::Counts>{{5, 5}, {7, 7}}).reason() == NoAnswer::zero_variance);
    CHECK(proportion_heterogeneity(std::vector<domain::Counts>{{1, 5}}).reason() == NoAnswer::too_few_units);
    CHECK(mean_heterogeneity(std::vector{1.0}, std::vector{1.0}).reason() == NoAnswer::too_few_units);
}
