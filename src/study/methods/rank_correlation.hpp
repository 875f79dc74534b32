#pragma once

#include "study/methods/answer.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace rodtrad::study {

// Ranks from 1; equal values share the mean of theirs.
std::vector<double> mean_ranks(std::span<double const> values);

struct RankCorrelation {
    double rho = 0; // −1 … 1
    double p = 1;   // two-sided, t = ρ √((n−2)/(1−ρ²)) with n−2 degrees of freedom
    std::size_t n = 0;
};

// Spearman's ρ (1904): Pearson's correlation of the ranks; p as R's cor.test(method = "spearman", exact = FALSE).
// Equally long columns. Fewer than 3 pairs → too_few_points; all equal in a column → zero_variance; NaN or an infinity
// → out_of_range.
Answer<RankCorrelation> rank_correlation(std::span<double const> x, std::span<double const> y);

} // namespace rodtrad::study
