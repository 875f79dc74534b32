#include "study/methods/mann_kendall.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("the exact p of a trend is the share of all orders that are as far from none") {
    std::vector<double> const values{1.26, 1.27, 1.12, 1.16, 1.03}; // Hollander & Wolfe, cloud seeding
    auto const test = mann_kendall(values);
    REQUIRE(test);
    CHECK(test->s == -6);
    CHECK(test->is_exact);
    CHECK(*test->tau_b == doctest::Approx(-0.6));

    auto order = values;
    std::ranges::sort(order);
    double as_far = 0;
    double orders = 0;
    do {
        ++orders;
        if (std::abs(mann_kendall(order)->s) >= 6) ++as_far;
    } while (std::ranges::next_permutation(order).found);
    CHECK(test->p == doctest::Approx(as_far / orders)); // 0.2333
}

TEST_CASE("the exact p and the normal one are near each other where the one takes over from the other") {
    std::vector<double> values;
    for (int i = 0; i < 49; ++i) values.push_back(i * 37 % 49 + i * 0.3 + i * 0.001);
    auto const test = mann_kendall(values);
    CHECK(test->is_exact);
    CHECK(test->p == doctest::Approx(test->p_normal).epsilon(0.05));
    values.push_back(1000);
    CHECK_FALSE(mann_kendall(values)->is_exact);
    // As far as it goes: one order of 49! · 2.
    std::vector<double> rising(49);
    for (std::size_t i = 0; i < rising.size(); ++i) rising[i] = static_cast<double>(i);
    CHECK(mann_kendall(rising)->p == doctest::Approx(2 / std::tgamma(50.0)));
}

TEST_CASE("ties are neither up nor down, and make the variance smaller") {
    auto const test = mann_kendall(std::vector<double>{1.0, 1, 2, 2, 2, 3});
    CHECK(test->s == 11);
    CHECK(test->variance == doctest::Approx((6 * 5 * 17 - 2 * 1 * 9 - 3 * 2 * 11) / 18.0));
    CHECK_FALSE(test->is_exact);
    auto const still = mann_kendall(std::vector(8, 7.5));
    CHECK(still->s == 0);
    CHECK(still->p == 1);
    CHECK_FALSE(still->tau_b);
    CHECK(mann_kendall(std::vector{1.0, 2.0}).reason() == NoAnswer::too_few_points);
}

TEST_CASE("the pairs of a long series are counted without looking at each") {
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) values.push_back(i * 7919 % 997);
    std::int64_t s = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j) s += (values[j] > values[i]) - (values[j] < values[i]);
    CHECK(mann_kendall(values)->s == s);
    std::vector<double> long_series(200'000);
    for (std::size_t i = 0; i < long_series.size(); ++i) long_series[i] = static_cast<double>(i);
    CHECK(mann_kendall(long_series)->s == 19'999'900'000);
}
