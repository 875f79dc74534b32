#pragma once

#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M11: p-values adjusted for being many, as R's p.adjust. A missing p stays missing and does not count.
// The answer has the order and length of the question.
using PValues = std::vector<std::optional<double>>;

// q: the share of false findings among the found, for independent or positively dependent tests (1995).
PValues benjamini_hochberg(std::span<std::optional<double> const> p);
// The same under any dependence (Benjamini & Yekutieli 2001).
PValues benjamini_yekutieli(std::span<std::optional<double> const> p);
// The chance of any false finding at all: stepwise (Holm 1979), and in one step.
PValues holm(std::span<std::optional<double> const> p);
PValues bonferroni(std::span<std::optional<double> const> p);

} // namespace rodtrad::study
