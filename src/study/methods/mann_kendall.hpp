#pragma once

#include "study/methods/answer.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M6: does a series rise or fall, whatever the shape (Mann 1945, Kendall 1975)? Autocorrelation makes its p
// too small, so that it words a trend and confirms none.

inline constexpr std::size_t fewest_for_mann_kendall = 3;
inline constexpr std::size_t fewest_for_normal_s = 50; // below it p is exact, where no values are equal

struct MannKendall {
    std::int64_t s = 0;          // pairs that rise − pairs that fall
    double variance = 0;         // of s, corrected for ties
    std::optional<double> tau_b; // −1 … 1; nothing where all are equal
    double z = 0;                // corrected for continuity
    double p_normal = 1;         // two-sided, of z
    bool is_exact = false;
    double p = 1; // two-sided; from the number of inversions of a random order where is_exact, else p_normal
};

// The variance of s: (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 over the groups of t equal values.
double mann_kendall_variance(std::span<double const> values);

// `values` in time order. Fewer than 3 → too_few_points. O(n log n).
Answer<MannKendall> mann_kendall(std::span<double const> values);

} // namespace rodtrad::study
