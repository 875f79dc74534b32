#include "study/methods/recent_trend.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad::study;
using rodtrad::domain::Counts;

TEST_CASE("a rise of five shares is a rise, where the reference calls it a fall") {
    std::vector<Counts> const counts{{994, 40299}, {1023, 41527}, {1199, 42811}, {1332, 44064}, {1367, 44701}};
    auto const trend = recent_trend_of_shares(counts);
    REQUIRE(trend);
    CHECK(trend->chi2 == doctest::Approx(47.9).epsilon(0.001)); // printed in the reference's own tests
    CHECK(trend->marker() == TrendMarker::increasing);
    std::vector<Counts> const falling(counts.rbegin(), counts.rend());
    CHECK(recent_trend_of_shares(falling)->marker() == TrendMarker::decreasing);
}

TEST_CASE("only the latest five are looked at") {
    std::vector<double> const values{90.0, 24.67, 24.6, 28, 30.2, 30.6};
    std::vector<Interval> const limits{{80, 100},      {23.16, 26.25}, {23.15, 26.19},
                                       {26.44, 29.64}, {28.63, 31.9},  {28.98, 32.25}};
    auto const trend = recent_trend(values, limits);
    CHECK(trend->chi2 == doctest::Approx(46.77).epsilon(0.0001));
    CHECK(trend->marker() == TrendMarker::increasing);
}

TEST_CASE("one figure alone makes no trend") {
    std::vector<double> const values{10.0, 10.1, 9.9, 10, 14};
    std::vector<Interval> limits;
    for (auto const value : values) limits.push_back({value - 0.5, value + 0.5});
    auto const trend = recent_trend(values, limits);
    CHECK(trend->chi2 > recent_trend_chi2);
    CHECK_FALSE(trend->keeps_sign);
    CHECK(trend->marker() == TrendMarker::no_change);
}

TEST_CASE("what has no trend says why") {
    std::vector<double> const values{1.0, 2, 3, 4, 5};
    CHECK(recent_trend(std::vector{1.0}, std::vector{Interval{0, 2}}).reason() == NoAnswer::too_few_points);
    CHECK(recent_trend(values, std::vector(5, Interval{3, 3})).reason() == NoAnswer::zero_variance);
    CHECK(recent_trend(values, std::vector(5, Interval{0, 1e-300})).reason() == NoAnswer::out_of_range);
    CHECK(recent_trend_of_shares(std::vector(5, Counts{0, 40})).reason() == NoAnswer::zero_variance);
    CHECK(recent_trend_of_shares(std::vector(5, Counts{0, 0})).reason() == NoAnswer::zero_denominator);
    CHECK(recent_trend_of_shares(std::vector(5, Counts{-1, 3})).reason() == NoAnswer::negative_count);
    CHECK(recent_trend_of_shares(std::vector(5, Counts{4, 3})).reason() == NoAnswer::numerator_exceeds_denominator);
    CHECK(recent_trend_of_shares(std::vector(5, Counts{2, 3}))->marker() == TrendMarker::no_change);
}
