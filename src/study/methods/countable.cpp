#include "study/methods/countable.hpp"

namespace rodtrad::study {

namespace {

bool is_countable(double count) { return count == 0 || (count >= 1e-9 && count <= 9007199254740992.0); }

template <class Fault>
std::optional<NoAnswer> first_fault(std::span<domain::Counts const> units, Fault const& fault_in) {
    for (auto const& counts : units)
        if (auto const fault = fault_in(counts)) return fault;
    return {};
}

} // namespace

std::optional<NoAnswer> fault_in_rate(domain::Counts counts) {
    auto const [x, n] = counts;
    if (x < 0 || n < 0) return NoAnswer::negative_count;
    if (n == 0) return NoAnswer::zero_denominator;
    if (!is_countable(x) || !is_countable(n)) return NoAnswer::out_of_range;
    return {};
}

std::optional<NoAnswer> fault_in_share(domain::Counts counts) {
    if (auto const fault = fault_in_rate(counts)) return fault;
    if (counts.numerator > counts.denominator) return NoAnswer::numerator_exceeds_denominator;
    return {};
}

std::optional<NoAnswer> fault_in_rates(std::span<domain::Counts const> units) {
    return first_fault(units, fault_in_rate);
}
std::optional<NoAnswer> fault_in_shares(std::span<domain::Counts const> units) {
    return first_fault(units, fault_in_share);
}

} // namespace rodtrad::study
