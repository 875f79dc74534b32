#pragma once

#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// Figures from 1e-308 to 1e308 all have squares and sums once they are divided by the power of two that is just above
// the largest of them. That division takes no digits away.

// The least exponent with |x| < 2^exponent for all x; 0 where all are 0. Nothing where one is no finite number.
std::optional<int> magnitude_of(std::span<double const> values);

// Each × 2^-exponent.
std::vector<double> scaled_down(std::span<double const> values, int exponent);

} // namespace rodtrad::study
