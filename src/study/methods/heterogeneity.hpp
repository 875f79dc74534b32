#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M9: do the units behind an average differ from one another by more than chance?

struct Heterogeneity {
    double pooled = 0; // sum of x / sum of n; or the mean weighted by 1/se²
    double q = 0;      // Pearson's, or Cochran's
    double df = 0;     // units − 1
    double p = 1;      // chi-squared
    double i2 = 0;     // share of the spread that is not chance, 0 … 1
    double tau2 = 0;   // variance between units (DerSimonian & Laird 1986)
    double centre = 0; // mean of the units, allowing for tau2 (random effects)
    double centre_se = 0;
    std::vector<double> shrunken; // each unit's value drawn towards the centre by what is chance in it
};

// Shares 0 … 1; valid counts (0 ≤ x ≤ n, n > 0). Fewer than 2 units → too_few_units; all at 0 or all at 1 →
// zero_variance. Units in which fewer than one is expected on either side should first be merged by the caller.
Answer<Heterogeneity> proportion_heterogeneity(std::span<domain::Counts const> units);

// Means with their standard errors > 0, equally long. Fewer than 2 → too_few_units; figures or errors too large or too
// small to square → out_of_range.
Answer<Heterogeneity> mean_heterogeneity(std::span<double const> means, std::span<double const> standard_errors);

} // namespace rodtrad::study
