#pragma once

#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M6: the slope that outliers cannot bend (Theil 1950, Sen 1968): the median of the slopes of all pairs.
struct TheilSen {
    double slope = 0;               // per one of time
    std::optional<Interval> limits; // Sen's, by rank; nothing where the points are too few for them
};

// All pairs of so many points are looked at; of a longer series only every second point, every third and so on, as few
// as leave at most this many. Time and memory stay bounded.
inline constexpr std::size_t most_for_all_pairs = 1'500;

// `times` strictly ascending, as long as `values`; the limits suppose that they are evenly spaced, and use the variance
// of Kendall's S. Fewer than 2 → too_few_points; a slope beyond all doubles → out_of_range.
Answer<TheilSen> theil_sen(std::span<double const> times, std::span<double const> values, double confidence);

} // namespace rodtrad::study
