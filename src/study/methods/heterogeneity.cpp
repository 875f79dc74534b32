#include "study/methods/heterogeneity.hpp"

#include "study/methods/countable.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rodtrad::study {

namespace {

struct Weighted {
    double mean;
    double weights; // their sum
};
Weighted weighted_mean(std::span<double const> values, auto const& weight_of) {
    std::vector<double> weights;
    std::vector<double> products;
    for (std::size_t at = 0; at < values.size(); ++at) {
        weights.push_back(weight_of(at));
        products.push_back(weights.back() * values[at]);
    }
    auto const sum = sum_of(weights);
    return {sum_of(products) / sum, sum};
}

// `chance`: each unit's variance by chance alone.
Answer<Heterogeneity> heterogeneity(std::span<double const> values, std::span<double const> chance) {
    Heterogeneity result;
    auto const fixed = weighted_mean(values, [&](std::size_t at) { return 1 / chance[at]; });
    result.pooled = fixed.mean;
    result.df = static_cast<double>(values.size() - 1);
    double squared_weights = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        auto const weight = 1 / chance[at];
        auto const distance = values[at] - result.pooled;
        result.q += weight * distance * distance;
        squared_weights += weight * weight;
    }
    if (!std::isfinite(result.q) || !std::isfinite(squared_weights) || !(squared_weights > 0))
        return NoAnswer::out_of_range;
    result.p = chi2_above(result.q, result.df);
    auto const excess = std::max(0.0, result.q - result.df);
    result.i2 = excess > 0 ? excess / result.q : 0;
    result.tau2 = excess / (fixed.weights - squared_weights / fixed.weights);

    auto const random = weighted_mean(values, [&](std::size_t at) { return 1 / (chance[at] + result.tau2); });
    result.centre = random.mean;
    result.centre_se = 1 / std::sqrt(random.weights);
    for (std::size_t at = 0; at < values.size(); ++at)
        result.shrunken.push_back(result.centre +
                                  (values[at] - result.centre) * result.tau2 / (result.tau2 + chance[at]));
    if (!std::isfinite(result.tau2) || !std::isfinite(result.centre_se)) return NoAnswer::out_of_range;
    return result;
}

} // namespace

Answer<Heterogeneity> proportion_heterogeneity(std::span<domain::Counts const> units) {
    if (units.size() < 2) return NoAnswer::too_few_units;
    if (auto const fault = fault_in_shares(units)) return *fault;
    std::vector<double> values;
    std::vector<double> sizes;
    for (auto const& [x, n] : units) {
        values.push_back(x / n);
        sizes.push_back(n);
    }
    auto const pooled = weighted_mean(values, [&](std::size_t at) { return sizes[at]; }).mean;
    if (std::ranges::all_of(units, [](auto const& unit) { return unit.numerator == 0; }) ||
        std::ranges::all_of(units, [](auto const& unit) { return unit.numerator == unit.denominator; }))
        return NoAnswer::zero_variance;
    std::vector<double> chance;
    for (auto const n : sizes) chance.push_back(pooled * (1 - pooled) / n);
    return heterogeneity(values, chance);
}

Answer<Heterogeneity> mean_heterogeneity(std::span<double const> means, std::span<double const> standard_errors) {
    assert(means.size() == standard_errors.size());
    if (means.size() < 2) return NoAnswer::too_few_units;
    std::vector<double> chance;
    for (auto const error : standard_errors) chance.push_back(error * error);
    return heterogeneity(means, chance);
}

} // namespace rodtrad::study
