#pragma once

#include "study/methods/answer.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace rodtrad::study {

// Standard errors of the three coefficients that are asked about.
struct SegmentErrors {
    double slope = 0;
    double level_change = 0;
    double slope_change = 0;
};

struct InterruptedTimeSeries {
    double intercept = 0;
    double slope = 0;        // per period, before
    double level_change = 0; // at once
    double slope_change = 0; // per period, after
    double sigma = 0;        // residual standard deviation
    double df = 0;           // n − 4
    std::size_t before = 0;  // figures
    std::size_t after = 0;
    std::size_t lag = 0; // of newey_west
    // Nothing where the lines meet every figure: there is no chance left to measure by.
    struct Errors {
        SegmentErrors ols;
        SegmentErrors hc1;        // White (1980), factor n/(n−4)
        SegmentErrors newey_west; // Newey and West (1987), Bartlett weights 1 − j/(L+1), factor n/(n−4)
        double durbin_watson = 0; // Σ(e_t − e_{t−1})² / Σe²: 2 for independent residuals, towards 0 where they follow
    };
    std::optional<Errors> errors;

    double p(double coefficient, double error) const; // two-sided, t with df
};

inline constexpr std::size_t fewest_before_to_fit = 4;
inline constexpr std::size_t fewest_after_to_fit = 3;

// STATISTICS M13: y = b0 + b1 t + b2 [t ≥ start] + b3 max(0, t − start + 1), least squares by QR. (Linden's itsa counts
// t − start.) `times` are period numbers, each at most once, in any order, with gaps or without; `values` as many. The
// lag of Newey and West is ⌊4 (n/100)^(2/9)⌋ where none is given; more than n − 1 is as good as n − 1.
// Fewer than 4 before or 3 after → too_few_points; two figures of one period → not_identified.
Answer<InterruptedTimeSeries> interrupted_time_series(std::span<double const> times, std::span<double const> values,
                                                      double start, std::optional<std::size_t> lag = {});

} // namespace rodtrad::study
