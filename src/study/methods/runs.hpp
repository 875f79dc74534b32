#pragma once

#include "study/methods/answer.hpp"

#include <cstddef>
#include <span>

namespace rodtrad::study {

// STATISTICS M1b: runs about the median, for series that are few or skewed. The rules of Anhøj & Olesen (2014), as
// qicharts2 0.8.1 computes them.
struct Runs {
    double median = 0;
    std::size_t useful = 0;           // points that are not on the median; where none is, all below is 0
    std::size_t longest = 0;          // most useful points in a row on one side
    std::size_t longest_usual = 0;    // a longer run is a signal: round(log2(useful)) + 3
    std::size_t crossings = 0;        // how often the useful points change sides
    std::size_t fewest_crossings = 0; // fewer is a signal: the 5 % quantile of binomial(useful − 1, ½)
    bool is_signal() const { return longest > longest_usual || crossings < fewest_crossings; }
};

// `values`: the figures that exist, in time order. None → no_data.
Answer<Runs> runs_about_median(std::span<double const> values);

} // namespace rodtrad::study
