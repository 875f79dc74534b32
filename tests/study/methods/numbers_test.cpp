#include "study/methods/numbers.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad::study;

TEST_CASE("a sum keeps what plain addition would lose") {
    CHECK(sum_of(std::vector{1.0, 1e100, 1.0, -1e100}) == 2);
    CHECK(sum_of(std::vector<double>{}) == 0);
}

TEST_CASE("the mean of equal values is that value, and their variance nothing at all") {
    for (std::size_t n = 2; n < 60; ++n) {
        std::vector const equal(n, 0.1);
        CHECK(mean_of(equal) == 0.1);
        CHECK(variance_of(equal) == 0);
    }
}

TEST_CASE("a variance does not suffer from values far from zero") {
    CHECK(variance_of(std::vector{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) == doctest::Approx(30).epsilon(1e-12));
}

TEST_CASE("a quantile lies between the order statistics, as type 7 has it") {
    std::vector const sorted{10.0, 20.0, 30.0, 40.0};
    CHECK(quantile_of_sorted(sorted, 0) == 10);
    CHECK(quantile_of_sorted(sorted, 0.25) == doctest::Approx(17.5));
    CHECK(quantile_of_sorted(sorted, 0.9) == doctest::Approx(37));
    CHECK(quantile_of_sorted(sorted, 1) == 40);
    CHECK(quantile_of_sorted(std::vector{5.0}, 0.3) == 5);
}

TEST_CASE("the median is the middle value, or midway between the two middle ones") {
    std::vector odd{9.0, 1.0, 5.0};
    std::vector even{9.0, 1.0, 5.0, 6.0};
    CHECK(median_of(odd) == 5);
    CHECK(median_of(even) == 5.5);
}
