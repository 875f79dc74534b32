#include "study/methods/funnel.hpp"

#include "study/methods/countable.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rodtrad::study {

namespace {

constexpr double inner = 0.95;
constexpr double outer = 0.998;
// The same as normal deviates, rounded as they are where the method is published.
constexpr double inner_z = 1.959964;
constexpr double outer_z = 3.090232;

double pooled(std::span<domain::Counts const> units) {
    std::vector<double> numerators;
    std::vector<double> denominators;
    for (auto const& [x, n] : units) {
        numerators.push_back(x);
        denominators.push_back(n);
    }
    return sum_of(numerators) / sum_of(denominators);
}

Interval around(double middle, double reach) { return {middle - reach, middle + reach}; }

} // namespace

Answer<Funnel> proportion_funnel(std::span<domain::Counts const> units) {
    if (units.size() < 2) return NoAnswer::too_few_units;
    if (auto const fault = fault_in_shares(units)) return *fault;
    Funnel funnel{pooled(units), {}};
    for (auto const& [x, n] : units) {
        auto const error = std::sqrt(funnel.average * (1 - funnel.average) / n);
        FunnelPoint point{around(funnel.average, critical_z(inner) * error),
                          around(funnel.average, critical_z(outer) * error), FunnelPlace::inside};
        auto const share = x / n;
        if (share < point.limits_998.lower)
            point.place = FunnelPlace::low_998;
        else if (share > point.limits_998.upper)
            point.place = FunnelPlace::high_998;
        else if (share < point.limits_95.lower)
            point.place = FunnelPlace::low_95;
        else if (share > point.limits_95.upper)
            point.place = FunnelPlace::high_95;
        funnel.points.push_back(point);
    }
    return funnel;
}

Answer<Funnel> rate_funnel(std::span<domain::Counts const> units) {
    if (units.size() < 2) return NoAnswer::too_few_units;
    if (auto const fault = fault_in_rates(units)) return *fault;
    Funnel funnel{pooled(units), {}};
    for (auto const& unit : units) {
        FunnelPoint point{rate_estimate(unit, inner)->interval, rate_estimate(unit, outer)->interval,
                          FunnelPlace::inside};
        if (point.limits_998.upper < funnel.average)
            point.place = FunnelPlace::low_998;
        else if (point.limits_998.lower > funnel.average)
            point.place = FunnelPlace::high_998;
        else if (point.limits_95.upper < funnel.average)
            point.place = FunnelPlace::low_95;
        else if (point.limits_95.lower > funnel.average)
            point.place = FunnelPlace::high_95;
        funnel.points.push_back(point);
    }
    return funnel;
}

namespace {

// The arcsine scale makes the variance of a share depend on n alone.
double to_angle(double share) { return std::asin(std::sqrt(share)); }
double to_share(double angle) {
    auto const root = std::sin(std::clamp(angle, 0.0, std::numbers::pi / 2));
    return root * root;
}
Interval share_limits(double angle, double reach) { return {to_share(angle - reach), to_share(angle + reach)}; }
double error_of(domain::Counts const& unit) { return 1 / (2 * std::sqrt(unit.denominator)); }

} // namespace

Answer<Overdispersion> overdispersion(std::span<domain::Counts const> units) {
    if (units.size() < 2) return NoAnswer::too_few_units;
    if (auto const fault = fault_in_shares(units)) return *fault;
    Overdispersion result;
    result.average = pooled(units);
    if (!(result.average > 0) || result.average >= 1) return NoAnswer::zero_variance;

    auto const middle = to_angle(result.average);
    for (auto const& unit : units)
        result.z.push_back((to_angle(unit.numerator / unit.denominator) - middle) / error_of(unit));
    auto sorted = result.z;
    std::ranges::sort(sorted);
    auto const lowest = quantile_of_sorted(sorted, 0.1);
    auto const highest = quantile_of_sorted(sorted, 0.9);

    auto const k = static_cast<double>(units.size());
    double squares = 0;
    double weights = 0;
    double squared_weights = 0;
    for (std::size_t at = 0; at < units.size(); ++at) {
        result.z_winsorised.push_back(std::clamp(result.z[at], lowest, highest));
        squares += result.z_winsorised[at] * result.z_winsorised[at];
        auto const weight = 4 * units[at].denominator; // 1/error²
        weights += weight;
        squared_weights += weight * weight;
    }
    result.phi = squares / k;
    result.tau2 = std::max(0.0, (squares - (k - 1)) / (weights - squared_weights / weights));
    for (std::size_t at = 0; at < units.size(); ++at) {
        auto const error = error_of(units[at]);
        result.z_adjusted.push_back(result.z[at] * error / std::sqrt(error * error + result.tau2));
    }
    return result;
}

Answer<AdjustedFunnel> overdispersed_funnel(std::span<domain::Counts const> units) {
    auto const found = overdispersion(units);
    if (!found) return found.reason();
    AdjustedFunnel funnel{found->average, found->phi, found->tau2, {}};
    auto const middle = to_angle(funnel.average);
    for (std::size_t at = 0; at < units.size(); ++at) {
        auto const spread = std::hypot(error_of(units[at]), std::sqrt(funnel.tau2));
        funnel.points.push_back({found->z[at], found->z_winsorised[at], share_limits(middle, inner_z * spread),
                                 share_limits(middle, outer_z * spread), normal_two_sided(found->z_adjusted[at])});
    }
    return funnel;
}

} // namespace rodtrad::study
