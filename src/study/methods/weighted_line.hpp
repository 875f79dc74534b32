#pragma once

#include <span>

namespace rodtrad::study {

// A straight line through weighted points, by least squares, computed about the middle of x so that no digits cancel.
struct WeightedLine {
    double middle = 0;    // weighted mean of x
    double spread = 0;    // Σ w (x − middle)²
    double slope = 0;     // NaN where spread is 0
    double intercept = 0; // at x = 0
};

// Columns of equal length; weights ≥ 0, with a sum above 0.
WeightedLine weighted_line(std::span<double const> x, std::span<double const> y, std::span<double const> weights);

} // namespace rodtrad::study
