#include "study/methods/slope_index.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad::study;

TEST_CASE("a figure that rises evenly through the population differs by its whole rise") {
    std::vector<OrderedGroup> groups;
    for (int i = 0; i < 10; ++i) groups.push_back({100, 50 + 2.0 * (i + 0.5), 1.0});
    auto const index = slope_index(groups, 0.95);
    REQUIRE(index);
    CHECK(index->slope == doctest::Approx(20));
    CHECK(index->intercept == doctest::Approx(50));
    CHECK(*index->relative == doctest::Approx(1.4));
    REQUIRE(index->limits);
    CHECK(index->limits->lower == doctest::Approx(20 - 1.959964 * *index->se));
}

TEST_CASE("the groups weigh as their population, and stand where it stands") {
    // The large first group reaches from 0 to 0.8: its middle is 0.4.
    std::vector<OrderedGroup> const groups{{80, 4, {}}, {5, 8.25, {}}, {5, 8.75, {}}, {5, 9.25, {}}, {5, 9.75, {}}};
    auto const index = slope_index(groups, 0.95);
    CHECK(index->slope == doctest::Approx(10));
    CHECK(index->intercept == doctest::Approx(0).epsilon(1e-9));
    CHECK_FALSE(index->se);
    CHECK_FALSE(index->limits);
}

TEST_CASE("what is no ordered population has no slope") {
    OrderedGroup const group{10, 5, 1.0};
    CHECK(slope_index(std::vector(4, group), 0.95).reason() == NoAnswer::too_few_units);
    CHECK(slope_index(std::vector(5, OrderedGroup{0, 5, 1.0}), 0.95).reason() == NoAnswer::zero_denominator);
    CHECK(slope_index(std::vector(5, OrderedGroup{-1, 5, 1.0}), 0.95).reason() == NoAnswer::negative_count);
    std::vector one_alone(5, OrderedGroup{0, 5, 1.0});
    one_alone[2].population = 10;
    CHECK(slope_index(one_alone, 0.95).reason() == NoAnswer::zero_variance);
    CHECK(slope_index(std::vector(5, OrderedGroup{1e308, 5, 1.0}), 0.95).reason() == NoAnswer::out_of_range);
}
