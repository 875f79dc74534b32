#include "study/methods/xmr.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace rodtrad::study;

namespace {

// Swings that stay well within their own limits, around 50: no rule applies.
std::vector<double> calm(std::size_t n) {
    std::vector<double> values;
    for (std::size_t at = 0; at < n; ++at) values.push_back(at % 2 == 0 ? 49 : 51);
    return values;
}

std::vector<double> followed_by(std::vector<double> values, std::vector<double> const& more) {
    values.insert(values.end(), more.begin(), more.end());
    return values;
}

XmrSettings settings(Improvement improvement) {
    XmrSettings result;
    result.improvement = improvement;
    return result;
}

} // namespace

TEST_CASE("limits stand 2.66 mean moving ranges from the mean") {
    auto const chart = xmr(std::vector{10.0, 12.0, 11.0, 14.0}, {}); // ranges 2, 1, 3
    CHECK(chart.points[0].mean == doctest::Approx(11.75));
    CHECK(chart.points[3].upper == doctest::Approx(11.75 + 2.66 * 2));
    CHECK(chart.points[3].lower == doctest::Approx(11.75 - 2.66 * 2));
    CHECK(chart.points[0].is_short_segment);
    CHECK_FALSE(xmr(calm(13), {}).points[0].is_short_segment);
}

TEST_CASE("moving ranges that an outlier made do not widen the limits, unless that is asked for") {
    auto const values = followed_by(calm(20), {90, 49});
    XmrSettings unscreened;
    unscreened.is_screened = false;
    auto const screened_chart = xmr(values, {});
    CHECK(screened_chart.points[0].upper - screened_chart.points[0].mean == doctest::Approx(2.66 * 2));
    CHECK(xmr(values, unscreened).points[0].upper > screened_chart.points[0].upper + 5);
    CHECK(screened_chart.points[20].cause == SpecialCause::above_limit);
}

TEST_CASE("a calm process shows common causes only") {
    for (auto const& point : xmr(calm(30), settings(Improvement::increase)).points) {
        CHECK(point.cause == SpecialCause::none);
        CHECK(point.type == PointType::common_cause);
    }
}

TEST_CASE("seven points on one side of the mean are a shift, and a point on the mean breaks it") {
    XmrSettings fixed = settings(Improvement::decrease);
    fixed.fix_after_points = 20;
    auto const shifted = xmr(followed_by(calm(20), {51, 52, 51, 52, 51, 52, 51}), fixed);
    CHECK(shifted.points[26].cause == SpecialCause::shift_above);
    CHECK(shifted.points[26].type == PointType::concern);
    CHECK(shifted.points[18].cause == SpecialCause::none);

    auto const broken = xmr(followed_by(calm(20), {52, 51, 52, 50, 52, 51, 52}), fixed);
    CHECK(std::ranges::all_of(broken.points, [](auto const& p) { return p.cause == SpecialCause::none; }));
}

TEST_CASE("six steps the same way are a trend, whichever way, and an equal value breaks it") {
    XmrSettings fixed = settings(Improvement::increase);
    fixed.fix_after_points = 20;
    auto const rising = xmr(followed_by(calm(20), {48.5, 48.7, 49, 50.5, 51, 51.5, 52}), fixed);
    CHECK(rising.points[26].cause == SpecialCause::trend_up);
    CHECK(rising.points[26].type == PointType::improvement);
    CHECK(rising.points[20].cause == SpecialCause::trend_up); // all of it, from its first point

    auto const falling = xmr(followed_by(calm(20), {52, 51.5, 51, 50.5, 49, 48.7, 48.5}), fixed);
    CHECK(falling.points[26].cause == SpecialCause::trend_down);
    CHECK(falling.points[26].type == PointType::concern);

    auto const halting = xmr(followed_by(calm(20), {52, 51.5, 51, 51, 49, 48.7, 48.5}), fixed);
    CHECK(halting.points[26].cause == SpecialCause::none);
}

TEST_CASE("a turning point belongs to the trend that leaves it") {
    XmrSettings fixed;
    fixed.fix_after_points = 20;
    auto const chart =
        xmr(followed_by(calm(20), {48.1, 48.5, 48.7, 49, 50.5, 51.5, 52, 51.6, 51, 50.6, 49, 48.8, 48.4}), fixed);
    CHECK(chart.points[25].cause == SpecialCause::trend_up);
    CHECK(chart.points[26].cause == SpecialCause::trend_down);
    CHECK(chart.points[26].type == PointType::neutral_low);
}

TEST_CASE("two points of three near a limit stand out, when all three lie on the same side") {
    XmrSettings fixed; // limits 50 ± 5.32, near ± 3.55
    fixed.fix_after_points = 20;
    auto const together = xmr(followed_by(calm(20), {54, 51, 54.5}), fixed);
    CHECK(together.points[20].cause == SpecialCause::two_in_three_above);
    CHECK(together.points[21].cause == SpecialCause::none);
    CHECK(together.points[22].cause == SpecialCause::two_in_three_above);
    CHECK(together.points[22].type == PointType::neutral_high);

    auto const apart = xmr(followed_by(calm(20), {54, 49, 54.5}), fixed);
    CHECK(apart.points[22].cause == SpecialCause::none);
}

TEST_CASE("after a rebase the limits, the runs and the assurance are those of the new segment") {
    auto settings_with_rebase = settings(Improvement::increase);
    settings_with_rebase.rebase_at = {12};
    settings_with_rebase.target = 70;
    std::vector<double> raised;
    for (auto const value : calm(14)) raised.push_back(value + 40);
    auto const chart = xmr(followed_by(calm(12), raised), settings_with_rebase);
    CHECK(chart.points[11].segment == 0);
    CHECK(chart.points[12].segment == 1);
    CHECK(chart.points[12].mean == doctest::Approx(90));
    CHECK(std::ranges::all_of(chart.points, [](auto const& p) { return p.cause == SpecialCause::none; }));
    CHECK(chart.assurance == Assurance::consistent_pass);
    CHECK(chart.points[11].is_short_segment);
    CHECK_FALSE(chart.points[12].is_short_segment);
}

TEST_CASE("a target is met stably, never or sometimes, by which side of the limits it lies on") {
    auto const assured = [](Improvement improvement, double target) {
        auto wanted = settings(improvement);
        wanted.target = target;
        return xmr(calm(20), wanted).assurance;
    };
    CHECK(assured(Improvement::increase, 60) == Assurance::consistent_fail);
    CHECK(assured(Improvement::decrease, 60) == Assurance::consistent_pass);
    CHECK(assured(Improvement::increase, 40) == Assurance::consistent_pass);
    CHECK(assured(Improvement::decrease, 40) == Assurance::consistent_fail);
    CHECK(assured(Improvement::increase, 51) == Assurance::inconsistent);
    CHECK_FALSE(assured(Improvement::neutral, 60));
    CHECK_FALSE(xmr(calm(20), settings(Improvement::increase)).assurance);
}

TEST_CASE("a constant series has its mean for limits, and a target compared with that") {
    std::vector const constant(14, 0.1);
    auto wanted = settings(Improvement::increase);
    wanted.target = 0.2;
    auto const chart = xmr(constant, wanted);
    for (auto const& point : chart.points) {
        CHECK(point.mean == 0.1);
        CHECK(point.lower == 0.1);
        CHECK(point.upper == 0.1);
        CHECK(point.cause == SpecialCause::none);
    }
    CHECK(chart.assurance == Assurance::consistent_fail);
    wanted.improvement = Improvement::decrease;
    wanted.target = 0.1;
    CHECK(xmr(constant, wanted).assurance == Assurance::inconsistent);
}

TEST_CASE("one point has a mean and no limits; no points have nothing") {
    auto wanted = settings(Improvement::increase);
    wanted.target = 6;
    auto const chart = xmr(std::vector{7.0}, wanted);
    CHECK(chart.points[0].mean == 7);
    CHECK(std::isnan(chart.points[0].lower));
    CHECK(std::isnan(chart.points[0].upper));
    CHECK(chart.points[0].type == PointType::common_cause);
    CHECK_FALSE(chart.assurance);
    CHECK(xmr({}, wanted).points.empty());
}
