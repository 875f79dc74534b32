#pragma once

#include <span>

namespace rodtrad::study {

// Plain arithmetic on a column, done so that the last digits can be trusted. No value is NaN. Summation follows the
// order of the column, so that the same column always gives the same bits.

double sum_of(std::span<double const> values);  // Neumaier's compensated sum; 0 for an empty column
double mean_of(std::span<double const> values); // at least one value
// With n − 1 in the denominator, by two passes; at least two values. Exactly 0 where all values are equal.
double variance_of(std::span<double const> values);

// Type 7 of Hyndman & Fan (R's default): linear between order statistics. `sorted` ascending, at least one value;
// share 0 … 1.
double quantile_of_sorted(std::span<double const> sorted, double share);

// At least one value. The column is reordered.
double median_of(std::span<double> values);

} // namespace rodtrad::study
