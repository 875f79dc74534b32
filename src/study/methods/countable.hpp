#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"

#include <optional>
#include <span>

namespace rodtrad::study {

// What is wrong with counts, asked before they are used. Sums that were weighted need not be whole, but what is counted
// is 0 or lies between 1e-9 and 2⁵³, up to where a double counts by one; else → out_of_range. Below 0 → negative_count;
// n = 0 → zero_denominator.
std::optional<NoAnswer> fault_in_rate(domain::Counts counts);
// Also: x > n → numerator_exceeds_denominator.
std::optional<NoAnswer> fault_in_share(domain::Counts counts);

// The first that is wrong with any of them.
std::optional<NoAnswer> fault_in_rates(std::span<domain::Counts const> units);
std::optional<NoAnswer> fault_in_shares(std::span<domain::Counts const> units);

} // namespace rodtrad::study
