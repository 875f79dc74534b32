#include "study/methods/xmr.hpp"

#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

constexpr double limits_per_range = 2.66;     // 3 standard deviations, from the mean moving range
constexpr double largest_usual_range = 3.267; // × the mean moving range
constexpr std::size_t run_length = 7;         // points of a trend or a shift
constexpr std::size_t fewest_for_limits = 13; // fewer are preliminary
constexpr double on_the_line = 1e-9;          // relative: nearer to the mean than this is on it

// The mean moving range, without the ranges that some outlier made.
double usual_range(std::span<double const> base, bool is_screened) {
    std::vector<double> ranges;
    for (std::size_t at = 1; at < base.size(); ++at) ranges.push_back(std::abs(base[at] - base[at - 1]));
    auto const mean = mean_of(ranges);
    if (!is_screened || mean == 0) return mean; // zero variance: the limits are the mean
    std::erase_if(ranges, [&](double range) { return range >= largest_usual_range * mean; });
    return mean_of(ranges);
}

int sign_of(double value) { return (value > 0) - (value < 0); }

// Where each point lies: side of the mean, within the limits, near them.
void place(std::span<double const> values, std::span<XmrPoint> points, XmrSettings const& settings) {
    auto const base = values.first(std::min(values.size(), settings.fix_after_points.value_or(values.size())));
    auto const mean = mean_of(base);
    auto const has_limits = base.size() > 1;
    auto const reach = has_limits ? limits_per_range * usual_range(base, settings.is_screened) : std::nan("");
    auto const near = reach * 2 / 3;
    for (std::size_t at = 0; at < values.size(); ++at) {
        auto const value = values[at];
        auto& point = points[at];
        point.mean = mean;
        point.lower = mean - reach;
        point.upper = mean + reach;
        point.is_short_segment = values.size() < fewest_for_limits;
        point.is_outside = value > point.upper || value < point.lower;
        point.is_close = !point.is_outside && (value > mean + near || value < mean - near);
        auto const distance = value - mean;
        point.side = std::abs(distance) <= on_the_line * std::max(1.0, std::abs(value)) ? 0 : sign_of(distance);
    }
}

// For each point, the direction of the trend it is part of (7 points, each further the same way), or 0. Where a rising
// and a falling trend meet, their common point belongs to the later one.
std::vector<int> trends(std::span<double const> values) {
    std::vector<int> trend(values.size(), 0);
    std::size_t steps = 0; // in a row, the same way
    int direction = 0;
    for (std::size_t at = 1; at < values.size(); ++at) {
        auto const step = sign_of(values[at] - values[at - 1]);
        steps = step != 0 && step == direction ? steps + 1 : 1;
        direction = step;
        if (direction != 0 && steps + 1 >= run_length)
            std::fill_n(trend.begin() + static_cast<std::ptrdiff_t>(at - steps), steps + 1, direction);
    }
    return trend;
}

// For each point, whether it is part of 7 in a row strictly on one side of the mean.
std::vector<bool> shifts(std::span<XmrPoint const> points) {
    std::vector<bool> is_shift(points.size(), false);
    std::size_t length = 0;
    for (std::size_t at = 0; at < points.size(); ++at) {
        auto const is_same = at > 0 && points[at].side == points[at - 1].side;
        length = points[at].side == 0 ? 0 : is_same ? length + 1 : 1;
        if (length >= run_length)
            std::fill_n(is_shift.begin() + static_cast<std::ptrdiff_t>(at + 1 - length), length, true);
    }
    return is_shift;
}

// For each point, whether it is close to a limit together with another of three in a row, all on one side of the mean.
std::vector<bool> two_in_three(std::span<XmrPoint const> points) {
    std::vector<bool> is_two_in_three(points.size(), false);
    for (std::size_t first = 0; first + 3 <= points.size(); ++first) {
        auto const window = points.subspan(first, 3);
        auto const side = window[0].side;
        auto const is_one_sided = side != 0 && std::ranges::all_of(window, [&](auto& p) { return p.side == side; });
        auto const close = std::ranges::count_if(window, [](auto& p) { return p.is_close; });
        if (!is_one_sided || close < 2) continue;
        for (std::size_t at = first; at < first + 3; ++at)
            if (points[at].is_close) is_two_in_three[at] = true;
    }
    return is_two_in_three;
}

bool points_up(SpecialCause cause) {
    return cause == SpecialCause::above_limit || cause == SpecialCause::trend_up ||
           cause == SpecialCause::two_in_three_above || cause == SpecialCause::shift_above;
}

PointType type_of(SpecialCause cause, Improvement improvement) {
    if (cause == SpecialCause::none) return PointType::common_cause;
    auto const is_up = points_up(cause);
    if (improvement == Improvement::neutral) return is_up ? PointType::neutral_high : PointType::neutral_low;
    return is_up == (improvement == Improvement::increase) ? PointType::improvement : PointType::concern;
}

// The first rule that applies names the cause.
void explain(std::span<double const> values, std::span<XmrPoint> points, Improvement improvement) {
    auto const trend = trends(values);
    auto const is_two_in_three = two_in_three(points);
    auto const is_shift = shifts(points);
    for (std::size_t at = 0; at < points.size(); ++at) {
        auto& point = points[at];
        auto const above_or = [&](SpecialCause above, SpecialCause below) { return point.side > 0 ? above : below; };
        if (point.is_outside)
            point.cause = values[at] > point.upper ? SpecialCause::above_limit : SpecialCause::below_limit;
        else if (trend[at] != 0)
            point.cause = trend[at] > 0 ? SpecialCause::trend_up : SpecialCause::trend_down;
        else if (is_two_in_three[at])
            point.cause = above_or(SpecialCause::two_in_three_above, SpecialCause::two_in_three_below);
        else if (is_shift[at])
            point.cause = above_or(SpecialCause::shift_above, SpecialCause::shift_below);
        point.type = type_of(point.cause, improvement);
    }
}

// Whether the process, as it is, will meet the target. Strict: a target on a limit is neither.
std::optional<Assurance> assurance_of(XmrPoint const& last, XmrSettings const& settings) {
    auto const has_limits = !std::isnan(last.lower);
    if (!settings.target || settings.improvement == Improvement::neutral || !has_limits) return {};
    auto const is_increase = settings.improvement == Improvement::increase;
    if (*settings.target > last.upper) return is_increase ? Assurance::consistent_fail : Assurance::consistent_pass;
    if (*settings.target < last.lower) return is_increase ? Assurance::consistent_pass : Assurance::consistent_fail;
    return Assurance::inconsistent;
}

} // namespace

Xmr xmr(std::span<double const> values, XmrSettings const& settings) {
    Xmr chart{std::vector<XmrPoint>(values.size()), {}};
    if (values.empty()) return chart;

    std::vector<std::size_t> starts{0};
    for (auto const at : settings.rebase_at)
        if (at > starts.back() && at < values.size()) starts.push_back(at);
    for (std::size_t segment = 0; segment < starts.size(); ++segment) {
        auto const first = starts[segment];
        auto const end = segment + 1 < starts.size() ? starts[segment + 1] : values.size();
        auto const part = values.subspan(first, end - first);
        auto const points = std::span{chart.points}.subspan(first, end - first);
        for (auto& point : points) point.segment = segment;
        place(part, points, settings);
        explain(part, points, settings.improvement);
    }
    chart.assurance = assurance_of(chart.points.back(), settings);
    return chart;
}

} // namespace rodtrad::study
