#include "study/methods/summary.hpp"

#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace rodtrad::study {

Answer<Summary> summary_of(std::span<double const> values, std::span<double const> weights) {
    assert(weights.empty() || weights.size() == values.size());
    if (values.empty()) return NoAnswer::no_data;
    Summary summary;
    summary.n = values.size();
    summary.unweighted_mean = mean_of(values);
    if (weights.empty()) {
        summary.weighted_mean = summary.unweighted_mean;
    } else if (auto const total = sum_of(weights); total > 0) {
        std::vector<double> products;
        for (std::size_t at = 0; at < values.size(); ++at) products.push_back(values[at] * weights[at]);
        summary.weighted_mean = sum_of(products) / total;
    }
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    summary.p10 = quantile_of_sorted(sorted, 0.10);
    summary.p25 = quantile_of_sorted(sorted, 0.25);
    summary.p50 = quantile_of_sorted(sorted, 0.50);
    summary.p75 = quantile_of_sorted(sorted, 0.75);
    summary.p90 = quantile_of_sorted(sorted, 0.90);
    if (values.size() > 1) summary.deviation = std::sqrt(variance_of(values));
    return summary;
}

} // namespace rodtrad::study
