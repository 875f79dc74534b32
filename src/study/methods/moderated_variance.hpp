#pragma once

#include "study/methods/answer.hpp"

#include <span>

namespace rodtrad::study {

// How much noise is usual in a family of series, and how alike they are in it: an inverse-gamma prior for the variance.
struct VariancePrior {
    double df = 0; // weight of the family, in degrees of freedom; infinite when all series share one variance
    double variance = 0;
};

// STATISTICS M3, as fitFDist of limma 3.62.2 (Smyth 2004): the prior by the method of moments on log variances.
// `variances` ≥ 0 and their degrees of freedom `df` > 0, one pair per series, equally long.
// Fewer than 3 series → too_few_units. The median variance is 0 → zero_variance: with half of the series constant
// there is no scale to measure noise by, and no test (limma goes on with an arbitrary 1). Variances that differ beyond
// what a double holds → out_of_range.
Answer<VariancePrior> variance_prior(std::span<double const> variances, std::span<double const> df);

// A series' own variance drawn towards the family's: squeezeVar's var.post. Its degrees of freedom are df + prior.df.
double moderated_variance(double variance, double df, VariancePrior const& prior);

} // namespace rodtrad::study
