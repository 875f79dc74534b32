#include "study/methods/modified_z.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("a unit is measured in deviations that the odd ones do not stretch") {
    std::vector const values{10.0, 12.0, 11.0, 13.0, 9.0, 11.0, 12.0, 90.0};
    auto const scale = peer_scale(values);
    CHECK(scale.size == 8);
    CHECK(scale.median == 11.5);
    CHECK(scale.mad == doctest::Approx(1));
    CHECK(modified_z(90, scale) == doctest::Approx(0.6745 * 78.5));
    CHECK(*odd_unit_p(90, scale) < 1e-4);
    CHECK(*odd_unit_p(12, scale) > 0.5);
    CHECK(*odd_unit_p(11.5, scale) == 1);
}

TEST_CASE("one odd unit among equals is seen, and gets no p of a spread that is not there") {
    std::vector const values{7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 16.5};
    auto const scale = peer_scale(values);
    CHECK(scale.mad == 0);
    CHECK(modified_z(16.5, scale) == doctest::Approx(9 / (1.253314 * 1)));
    CHECK(modified_z(16.5, scale) > odd_modified_z);
    CHECK(modified_z(7.5, scale) == 0);
    CHECK_FALSE(odd_unit_p(16.5, scale));
}

TEST_CASE("where all are equal none is odd") {
    auto const scale = peer_scale(std::vector(9, 4.2));
    CHECK(modified_z(4.2, scale) == 0);
    CHECK_FALSE(odd_unit_p(4.2, scale));
}

TEST_CASE("fewer than eight are ranked, not tested") {
    CHECK_FALSE(odd_unit_p(99, peer_scale(std::vector{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 99.0})));
}

TEST_CASE("among units that only chance tells apart, a small p is as rare as it says") {
    std::mt19937_64 random{8};
    std::normal_distribution<double> normal;
    for (std::size_t const k : {8U, 9U, 12U, 30U, 290U}) {
        auto const rounds = 800'000 / k;
        double below_01 = 0;
        double below_001 = 0;
        std::vector<double> values(k);
        for (std::size_t round = 0; round < rounds; ++round) {
            for (auto& value : values) value = normal(random);
            auto const scale = peer_scale(values);
            for (auto const value : values) {
                if (std::abs(modified_z(value, scale)) < 2) continue; // not in the tail for any k: p is not needed
                auto const p = *odd_unit_p(value, scale);
                below_01 += p <= 0.01;
                below_001 += p <= 0.001;
            }
        }
        auto const tested = static_cast<double>(rounds * k);
        CAPTURE(k);
        CHECK(below_01 / tested <= 0.01 * 1.2);
        CHECK(below_01 / tested >= 0.01 * 0.85);
        CHECK(below_001 / tested <= 0.001 * 1.2);
        CHECK(below_001 / tested >= 0.001 * 0.8);
    }
}
