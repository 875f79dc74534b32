#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// STATISTICS M8b: units against their common average, small ones allowed to stray further.
// Counts are valid (x ≥ 0, n > 0, and for proportions x ≤ n): units without a figure are left out by the caller.

enum class FunnelPlace : std::uint8_t { low_998, low_95, inside, high_95, high_998 };

struct FunnelPoint {
    Interval limits_95; // of the funnel, or of the unit's own rate: see each function
    Interval limits_998;
    FunnelPlace place = FunnelPlace::inside;
};
struct Funnel {
    double average = 0; // pooled: sum of x / sum of n
    std::vector<FunnelPoint> points;
};

// Limits around the average share that chance alone would give each unit, not cut at 0 and 1: do so for display.
// Fewer than 2 units → too_few_units.
Answer<Funnel> proportion_funnel(std::span<domain::Counts const> units);

// Limits are the unit's own, of its rate per one of exposure (exact below 10 events, else Byar); its place is where
// they lie from the average. Fewer than 2 units → too_few_units.
Answer<Funnel> rate_funnel(std::span<domain::Counts const> units);

// From this many units on, the spread between them can be told well enough to judge a unit by: the caller asks.
inline constexpr std::size_t fewest_for_overdispersion = 10;

// How far each unit is from the common average, when the spread that units always have beyond chance is allowed for
// (Spiegelhalter 2005): otherwise every large unit deviates. Proportions, on the arcsine scale.
struct Overdispersion {
    double average = 0;
    double phi = 0;                   // mean squared winsorised z: 1 when chance explains everything
    double tau2 = 0;                  // variance between units
    std::vector<double> z;            // unadjusted
    std::vector<double> z_winsorised; // drawn in to the 10 % and 90 % quantiles of all z
    std::vector<double> z_adjusted;   // standard normal for a unit like the others
};
// Fewer than 2 units → too_few_units; an average of 0 or 1 → zero_variance.
Answer<Overdispersion> overdispersion(std::span<domain::Counts const> units);

// The same with limits to draw.
struct AdjustedPoint {
    double z = 0;            // unadjusted
    double z_winsorised = 0; // drawn in to the 10 % and 90 % quantiles of all z
    Interval limits_95;      // shares, of the funnel
    Interval limits_998;
    double p = 1; // two-sided, for "a unit like the others"
};
struct AdjustedFunnel {
    double average = 0;
    double phi = 0;  // mean squared winsorised z: 1 when chance explains everything
    double tau2 = 0; // variance between units, on the arcsine scale
    std::vector<AdjustedPoint> points;
};
// No answer where overdispersion has none.
Answer<AdjustedFunnel> overdispersed_funnel(std::span<domain::Counts const> units);

} // namespace rodtrad::study
