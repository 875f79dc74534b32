#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M2: how much chance alone could move a figure. `confidence` 0 … 1, as 0.95; z and t two-sided.

struct Interval {
    double lower = 0;
    double upper = 0;
};
struct Estimate {
    double value = 0;
    Interval interval;
};

// x of n, as a share 0 … 1. Wilson's score interval (1927), within [0, 1].
// Counts in which something is wrong → as fault_in_share says (study/methods/countable.hpp).
Answer<Estimate> proportion_estimate(domain::Counts counts, double confidence);

// Exact limits (Garwood 1936), or exact below 10 events and Byar's approximation from there on, as PHE has it.
enum class EventLimits : std::uint8_t { exact, byar_from_ten };
inline constexpr double fewest_events_for_byar = 10;

// x events on an exposure of n, per one of exposure. Counts in which something is wrong
// → as fault_in_rate says.
Answer<Estimate> rate_estimate(domain::Counts counts, double confidence,
                               EventLimits limits = EventLimits::byar_from_ten);

struct MeanEstimate {
    std::size_t n = 0;
    double mean = 0;
    std::optional<double> deviation;  // standard deviation, n − 1; nothing for one value
    std::optional<Interval> interval; // Student's t; nothing for one value
};
// No values → no_data.
Answer<MeanEstimate> mean_estimate(std::span<double const> values, double confidence);

} // namespace rodtrad::study
