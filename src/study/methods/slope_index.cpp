#include "study/methods/slope_index.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/weighted_line.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rodtrad::study {

namespace {

// √Σ(weight × se)², where every group has a se.
std::optional<double> slope_error(std::span<OrderedGroup const> groups, std::span<double const> shares,
                                  std::span<double const> middles, WeightedLine const& line) {
    double error = 0;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        if (!groups[at].se) return {};
        error = std::hypot(error, shares[at] * (middles[at] - line.middle) / line.spread * *groups[at].se);
    }
    return error;
}

} // namespace

Answer<SlopeIndex> slope_index(std::span<OrderedGroup const> groups, double confidence) {
    if (groups.size() < fewest_ordered_groups) return NoAnswer::too_few_units;
    std::vector<double> populations;
    std::vector<double> values;
    for (auto const& group : groups) {
        if (group.population < 0) return NoAnswer::negative_count;
        populations.push_back(group.population);
        values.push_back(group.value);
    }
    auto const all = sum_of(populations);
    if (all == 0) return NoAnswer::zero_denominator;
    if (!std::isfinite(all)) return NoAnswer::out_of_range;

    std::vector<double> shares;
    std::vector<double> middles;
    double before = 0;
    for (auto const population : populations) {
        shares.push_back(population / all);
        middles.push_back(before + shares.back() / 2);
        before += shares.back();
    }
    if (std::ranges::count_if(shares, [](double share) { return share > 0; }) < 2) return NoAnswer::zero_variance;

    auto const line = weighted_line(middles, values, shares);
    SlopeIndex result;
    result.slope = line.slope;
    result.intercept = line.intercept;
    if (line.intercept != 0) result.relative = (line.intercept + line.slope) / line.intercept;
    result.se = slope_error(groups, shares, middles, line);
    if (result.se) {
        auto const reach = critical_z(confidence) * *result.se;
        result.limits = {line.slope - reach, line.slope + reach};
    }
    auto const is_finite = [](double value) { return std::isfinite(value); };
    if (!is_finite(line.slope) || !is_finite(line.intercept) || !is_finite(result.relative.value_or(0)) ||
        (result.limits && (!is_finite(result.limits->lower) || !is_finite(result.limits->upper))))
        return NoAnswer::out_of_range;
    return result;
}

} // namespace rodtrad::study
