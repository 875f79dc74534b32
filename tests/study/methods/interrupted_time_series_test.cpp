#include "study/methods/interrupted_time_series.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace rodtrad::study {
namespace {

using doctest::Approx;

std::vector<double> const times{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
std::vector<double> const values{10, 12, 11, 13, 12, 14, 13, 15, 22, 21, 24, 24};

TEST_CASE("a step of 5 with a slope of 1 more for each period is found as it was made") {
    std::vector<double> made;
    for (auto const t : times) made.push_back(100 + 2 * t + (t >= 9 ? 5 + (t - 8) : 0));
    auto const found = interrupted_time_series(times, made, 9);
    REQUIRE(found);
    CHECK(found->intercept == Approx(100));
    CHECK(found->slope == Approx(2));
    CHECK(found->level_change == Approx(5));
    CHECK(found->slope_change == Approx(1));
    CHECK_FALSE(found->errors); // every figure is met: no chance to measure by
}

TEST_CASE("the order of the rows is no matter, and where time begins only moves the intercept") {
    auto const found = interrupted_time_series(times, values, 9, 2);
    std::vector<double> backwards(times.rbegin(), times.rend());
    std::vector<double> figures(values.rbegin(), values.rend());
    for (auto& t : backwards) t += 24000;
    auto const other = interrupted_time_series(backwards, figures, 24009, 2);
    REQUIRE(found->errors);
    REQUIRE(other->errors);
    CHECK(other->level_change == Approx(found->level_change).epsilon(1e-12));
    CHECK(other->errors->newey_west.level_change == Approx(found->errors->newey_west.level_change).epsilon(1e-12));
    CHECK(other->errors->durbin_watson == Approx(found->errors->durbin_watson).epsilon(1e-12));
    CHECK(other->intercept == Approx(found->intercept - 24000 * found->slope));
}

TEST_CASE("the usual lag of Newey and West is 2 for 12 figures") {
    CHECK(interrupted_time_series(times, values, 9)->lag == 2);
}

TEST_CASE("three before or two after are too few, and a period with two figures is no series") {
    CHECK(interrupted_time_series(times, values, 4).reason() == NoAnswer::too_few_points);
    CHECK(interrupted_time_series(times, values, 11).reason() == NoAnswer::too_few_points);
    CHECK(interrupted_time_series({}, {}, 1).reason() == NoAnswer::too_few_points);
    auto twice = times;
    twice[3] = 3;
    CHECK(interrupted_time_series(twice, values, 9).reason() == NoAnswer::not_identified);
}

TEST_CASE("figures as large as there are have an answer in their own size, or none") {
    auto large = values;
    for (auto& value : large) value *= 1e306;
    auto const found = interrupted_time_series(times, large, 9);
    REQUIRE(found);
    CHECK(found->level_change == Approx(1e306 * interrupted_time_series(times, values, 9)->level_change));
    large[3] = -1.7e308;
    large[4] = 1.7e308;
    large[8] = -1.7e308;
    auto const wild = interrupted_time_series(times, large, 9);
    CHECK((!wild || std::isfinite(wild->level_change)));
    large[0] = std::numeric_limits<double>::quiet_NaN();
    CHECK(interrupted_time_series(times, large, 9).reason() == NoAnswer::out_of_range);
}

} // namespace
} // namespace rodtrad::study
