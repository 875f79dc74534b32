#include "study/methods/rank_correlation.hpp"

#include "study/methods/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rodtrad::study {

std::vector<double> mean_ranks(std::span<double const> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t at) { return values[at]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        auto last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        for (auto at = first; at <= last; ++at) ranks[order[at]] = static_cast<double>(first + last) / 2 + 1;
        first = last + 1;
    }
    return ranks;
}

Answer<RankCorrelation> rank_correlation(std::span<double const> x, std::span<double const> y) {
    auto const is_number = [](double value) { return std::isfinite(value); };
    if (!std::ranges::all_of(x, is_number) || !std::ranges::all_of(y, is_number)) return NoAnswer::out_of_range;
    auto const n = x.size();
    if (n < 3) return NoAnswer::too_few_points;

    auto const ranks_x = mean_ranks(x);
    auto const ranks_y = mean_ranks(y);
    auto const middle = static_cast<double>(n + 1) / 2; // ranks are halves at least: the sums below are exact
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t at = 0; at < n; ++at) {
        xx += (ranks_x[at] - middle) * (ranks_x[at] - middle);
        yy += (ranks_y[at] - middle) * (ranks_y[at] - middle);
        xy += (ranks_x[at] - middle) * (ranks_y[at] - middle);
    }
    if (xx == 0 || yy == 0) return NoAnswer::zero_variance;
    auto const rho = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
    auto const unexplained = 1 - rho * rho;
    if (unexplained <= 0) return RankCorrelation{rho, 0, n};
    auto const df = static_cast<double>(n - 2);
    return RankCorrelation{rho, t_two_sided(rho * std::sqrt(df / unexplained), df), n};
}

} // namespace rodtrad::study
