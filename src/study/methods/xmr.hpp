#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M1: the individuals chart of the NHS "Making Data Count", as NHSRplotthedots 0.2.2 computes it.

enum class Improvement : std::uint8_t { increase, decrease, neutral };

enum class SpecialCause : std::uint8_t {
    none,
    above_limit,
    below_limit,
    trend_up,
    trend_down,
    two_in_three_above,
    two_in_three_below,
    shift_above,
    shift_below,
};

enum class PointType : std::uint8_t { common_cause, improvement, concern, neutral_high, neutral_low };
enum class Assurance : std::uint8_t { consistent_pass, consistent_fail, inconsistent };

struct XmrSettings {
    Improvement improvement = Improvement::neutral;
    std::optional<double> target;
    std::vector<std::size_t> rebase_at;          // positions at which a new segment starts
    std::optional<std::size_t> fix_after_points; // limits from the first so many points of a segment; at least 12
    bool is_screened = true;                     // moving ranges beyond 3.267 × their mean are left out, once
};

struct XmrPoint {
    std::size_t segment = 0;
    double mean = 0;
    double lower = 0; // natural process limits; NaN where there are none (one point)
    double upper = 0;
    bool is_outside = false;
    int side = 0; // −1 below the mean, 0 on it, +1 above
    bool is_close = false;
    SpecialCause cause = SpecialCause::none;
    PointType type = PointType::common_cause;
    bool is_short_segment = false; // fewer than 13 points: limits are preliminary
};

struct Xmr {
    std::vector<XmrPoint> points;
    std::optional<Assurance> assurance; // of the last segment
};

// `values`: the figures that exist, in time order.
Xmr xmr(std::span<double const> values, XmrSettings const& settings);

} // namespace rodtrad::study
