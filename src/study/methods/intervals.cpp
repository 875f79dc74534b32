#include "study/methods/intervals.hpp"

#include "study/methods/countable.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

Answer<Estimate> proportion_estimate(domain::Counts counts, double confidence) {
    if (auto const fault = fault_in_share(counts)) return *fault;
    auto const [x, n] = counts;
    auto const z = critical_z(confidence);
    auto const middle = 2 * x + z * z;
    auto const reach = z * std::sqrt(z * z + 4 * x * (1 - x / n));
    auto const scale = 2 * (n + z * z);
    // Exactly 0 and 1 at the ends, where rounding would leave a trace.
    auto const lower = x == 0 ? 0 : std::max(0.0, (middle - reach) / scale);
    auto const upper = x == n ? 1 : std::min(1.0, (middle + reach) / scale);
    return Estimate{x / n, {lower, upper}};
}

namespace {

// Limits of the number of events expected, when x were seen.
Interval event_limits(double x, double confidence, EventLimits limits) {
    auto const tail = (1 - confidence) / 2;
    if (limits == EventLimits::exact || x < fewest_events_for_byar)
        return {x == 0 ? 0 : chi2_quantile(tail, 2 * x) / 2, chi2_quantile(1 - tail, 2 * x + 2) / 2};
    auto const z = critical_z(confidence);
    auto const byar = [z](double events, double sign) {
        return events * std::pow(1 - 1 / (9 * events) + sign * z / (3 * std::sqrt(events)), 3);
    };
    return {byar(x, -1), byar(x + 1, 1)};
}

} // namespace

Answer<Estimate> rate_estimate(domain::Counts counts, double confidence, EventLimits limits) {
    if (auto const fault = fault_in_rate(counts)) return *fault;
    auto const [x, n] = counts;
    auto const events = event_limits(x, confidence, limits);
    return Estimate{x / n, {events.lower / n, events.upper / n}};
}

Answer<MeanEstimate> mean_estimate(std::span<double const> values, double confidence) {
    if (values.empty()) return NoAnswer::no_data;
    MeanEstimate estimate{values.size(), mean_of(values), {}, {}};
    if (values.size() == 1) return estimate;
    auto const n = static_cast<double>(values.size());
    estimate.deviation = std::sqrt(variance_of(values));
    auto const reach = critical_t(confidence, n - 1) * *estimate.deviation / std::sqrt(n);
    estimate.interval = Interval{estimate.mean - reach, estimate.mean + reach};
    return estimate;
}

} // namespace rodtrad::study
