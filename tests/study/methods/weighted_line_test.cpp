#include "study/methods/weighted_line.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad::study;

TEST_CASE("a line through points keeps to those that weigh, and loses no digits far from 0") {
    std::vector const x{1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
    std::vector const y{5.0, 7.0, 9.0, 1000.0};
    auto const line = weighted_line(x, y, std::vector{1.0, 1.0, 1.0, 0.0});
    CHECK(line.slope == doctest::Approx(2));
    CHECK(line.middle == 1e9 + 2);
    CHECK(line.spread == doctest::Approx(2));
}
