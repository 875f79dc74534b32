#include "study/methods/theil_sen.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("one outlier does not bend the slope") {
    std::vector<double> const times{1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    std::vector<double> values{2.0, 4, 6, 8, 10, 12, 14, 16, 18, 20};
    values[9] = 500;
    auto const line = theil_sen(times, values, 0.95);
    CHECK(line->slope == 2);
    REQUIRE(line->limits);
    CHECK(line->limits->lower == 2);
    CHECK(line->limits->upper >= 2);
}

TEST_CASE("a gap in time is kept: what grew over three years grew by a third of it a year") {
    CHECK(theil_sen(std::vector<double>{2015.0, 2018.0}, std::vector{10.0, 16.0}, 0.95)->slope == 2);
    CHECK_FALSE(theil_sen(std::vector<double>{2015.0, 2018.0}, std::vector{10.0, 16.0}, 0.95)->limits);
    CHECK(theil_sen(std::vector<double>{2015.0}, std::vector{10.0}, 0.95).reason() == NoAnswer::too_few_points);
}

TEST_CASE("the slope of a series of any length is found in bounded time") {
    std::vector<double> times;
    std::vector<double> values;
    for (std::size_t t = 0; t < 100'000; ++t) {
        times.push_back(static_cast<double>(t));
        values.push_back(0.25 * static_cast<double>(t) + static_cast<double>(t * 7919 % 101));
    }
    CHECK(theil_sen(times, values, 0.95)->slope == doctest::Approx(0.25).epsilon(1e-3));
}

TEST_CASE("figures near the largest there are have a slope, if it is a number") {
    std::vector<double> const times{1.0, 2, 3};
    CHECK(theil_sen(times, std::vector{-1.7e308, 0.0, 1.7e308}, 0.95)->slope == 1.7e308);
    CHECK(theil_sen(std::vector{0.1, 0.2}, std::vector{-1.7e308, 1.7e308}, 0.95).reason() == NoAnswer::out_of_range);
}
