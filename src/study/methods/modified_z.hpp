#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M8c: how far a unit stands from its peers, by a measure that the odd ones cannot stretch
// (Iglewicz & Hoaglin 1993).

inline constexpr double odd_modified_z = 3.5;  // beyond this a unit is called odd
inline constexpr std::size_t fewest_peers = 8; // the unit itself included; below this only ranks are shown

// Where a family's middle is, and how wide it is. Of at least one value, the unit itself included.
struct PeerScale {
    std::size_t size = 0;
    double median = 0;
    double mad = 0;            // median absolute deviation, unscaled
    double mean_deviation = 0; // mean absolute deviation from the median: the scale where more than half are equal
};
PeerScale peer_scale(std::span<double const> values);

// 0.6745 (value − median)/MAD; where MAD is 0, (value − median)/(1.253314 × mean deviation); where that is 0 too, 0.
double modified_z(double value, PeerScale const& scale);

// Two-sided p for "this unit is exchangeable with its peers, which are normal". The sample's MAD stands in for the
// spread, so z is referred to a t distribution whose scale and degrees of freedom depend on the number of units.
// Nothing where there are fewer than 8 units, or MAD is 0 (half of the units agree exactly: not normal, and no scale).
std::optional<double> odd_unit_p(double value, PeerScale const& scale);
// The |modified z| at which that p is as small as `p`: for who has many units and most of them are not odd. The scale
// has a p.
double odd_unit_z(double p, PeerScale const& scale);

} // namespace rodtrad::study
