#include "study/methods/recent_trend.hpp"

#include "study/methods/countable.hpp"
#include "study/methods/weighted_line.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace rodtrad::study {

namespace {

using Column = std::array<double, recent_points>;
constexpr Column periods{1, 2, 3, 4, 5};

int sign_of(double value) { return (value > 0) - (value < 0); }

bool keeps_sign(Column const& values, Column const& weights, double slope) {
    for (std::size_t left_out = 0; left_out < recent_points; ++left_out) {
        auto rest = weights;
        rest[left_out] = 0;
        if (sign_of(weighted_line(periods, values, rest).slope) != sign_of(slope)) return false;
    }
    return slope != 0;
}

} // namespace

TrendMarker RecentTrend::marker() const {
    if (chi2 <= recent_trend_chi2 || !keeps_sign) return TrendMarker::no_change;
    return slope > 0 ? TrendMarker::increasing : TrendMarker::decreasing;
}

Answer<RecentTrend> recent_trend(std::span<double const> values, std::span<Interval const> limits) {
    assert(values.size() == limits.size());
    if (values.size() < recent_points) return NoAnswer::too_few_points;
    Column recent{};
    std::ranges::copy(values.last<recent_points>(), recent.begin());
    Column weights{};
    for (std::size_t at = 0; at < recent_points; ++at) {
        auto const& [lower, upper] = limits.last<recent_points>()[at];
        if (lower == upper) return NoAnswer::zero_variance;
        auto const error = (upper - lower) / 3.92;
        weights[at] = 1 / (error * error);
    }
    auto const line = weighted_line(periods, recent, weights);
    auto const chi2 = line.slope * line.slope * line.spread;
    if (!std::isfinite(line.slope) || !std::isfinite(chi2)) return NoAnswer::out_of_range;
    return RecentTrend{line.slope, chi2, keeps_sign(recent, weights, line.slope)};
}

Answer<RecentTrend> recent_trend_of_shares(std::span<domain::Counts const> counts) {
    if (counts.size() < recent_points) return NoAnswer::too_few_points;
    Column odds{};
    Column sizes{};
    double all_x = 0;
    double all_n = 0;
    for (std::size_t at = 0; at < recent_points; ++at) {
        auto const recent = counts.last<recent_points>()[at];
        if (auto const fault = fault_in_share(recent)) return *fault;
        auto const [x, n] = recent;
        if (x == 0 || x == n) return NoAnswer::zero_variance;
        odds[at] = std::log(x / (n - x));
        sizes[at] = n;
        all_x += x;
        all_n += n;
    }
    // Cochran–Armitage: what each period has beyond its part of all, times its distance from the middle of all.
    auto const share = all_x / all_n;
    auto const middle = weighted_line(periods, sizes, sizes);
    double beyond = 0;
    for (std::size_t at = 0; at < recent_points; ++at)
        beyond += (counts.last<recent_points>()[at].numerator - share * sizes[at]) * (periods[at] - middle.middle);
    auto const chi2 = beyond / (share * (1 - share)) * (beyond / middle.spread);
    if (!std::isfinite(chi2)) return NoAnswer::out_of_range;

    constexpr Column equal{1, 1, 1, 1, 1};
    auto const slope = weighted_line(periods, odds, equal).slope;
    return RecentTrend{slope, chi2, keeps_sign(odds, equal, slope)};
}

} // namespace rodtrad::study
