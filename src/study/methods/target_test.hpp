#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"
#include "study/methods/two_groups.hpp"

#include <cstdint>

namespace rodtrad::study {

// STATISTICS M4: could a figure on the wrong side of its target be chance? One-sided p for "the target is met":
// small when it is surely missed, large when it is met. A wanted range is two targets; ask about the nearer.
enum class Wanted : std::uint8_t { at_least, at_most };

// Score test; the exact binomial tail where fewer than 5 are expected on either side. Target as a share. A target of 0
// or 1, or beyond → target_at_bound. Counts as proportion_estimate.
Answer<double> proportion_target_p(domain::Counts counts, double target, Wanted wanted);

// Exact Poisson tail; target in events per one of exposure, above 0 (else → target_at_bound). Whole counts of events;
// rejected as by rate_estimate.
Answer<double> rate_target_p(domain::Counts counts, double target, Wanted wanted);

// Student's t. Fewer than 2 answers → too_few_points; all alike → zero_variance.
Answer<double> mean_target_p(Sample const& sample, double target, Wanted wanted);

} // namespace rodtrad::study
