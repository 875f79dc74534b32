#pragma once

#include "study/kernels/processor.hpp"
#include "study/kernels/trend_sweep.hpp"

#include <cstddef>
#include <cstdint>

namespace rodtrad::study {

// The search for the middle slopes of sixteen units, a part of trend_sweep.
//
// It is made without computing the slopes: the slope between two figures is below p where the later figure is below the
// earlier one once the line p × time is taken from both. So a pass that counts pairs tells how many slopes are below p;
// a few passes, each at a better guess, come to a p with just a few slopes between it and the median. Of those above it
// the four smallest are picked, with their pairs.
//
// Floats guide the search; the answer is for the caller to compute in double. It stands where the middle slopes lie
// further from their neighbours than rounding can have moved them. At p = 0 the same count is Mann and Kendall's S:
// rounding never turns an order around, at most it makes unequal figures equal.
struct TrendBlock {
    static constexpr std::size_t units = 16;

    enum class Middle : std::int32_t {
        pairs,  // the slopes of first_pair and second_pair
        bounds, // between low and high
        nought, // the middle slopes belong to equal figures
        none,   // no search was made: the figures are fewer than two, or too close or too far apart for floats
    };

    // Given: NaN for none.
    alignas(64) double figures[trend_periods][units];

    // Found, [unit]
    Middle middle[units];
    std::uint32_t first_pair[units]; // number of pairs (i, j), i < j, in order of j, then i
    std::uint32_t second_pair[units];
    double low[units]; // slopes
    double high[units];
    std::int32_t count[units];   // figures
    std::int32_t rising[units];  // pairs
    std::int32_t falling[units]; //
    std::int32_t equal[units];   // pairs that are equal as floats
    std::int32_t truly_equal[units];
    std::int32_t ties[units]; // Σ t (t − 1) (2t + 5) over groups of t such

    alignas(64) float levels[trend_periods][units]; // figures, centred and scaled to −½ … ½
};

template <Processor>
void search_trends(TrendBlock& block, std::size_t periods);

template <>
void search_trends<Processor::any>(TrendBlock& block, std::size_t periods);
template <>
void search_trends<Processor::avx2>(TrendBlock& block, std::size_t periods);
template <>
void search_trends<Processor::avx512>(TrendBlock& block, std::size_t periods);

} // namespace rodtrad::study
