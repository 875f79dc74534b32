#include "study/methods/step_test.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/moderated_variance.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rodtrad::study {

namespace {

// A split of a series: the level and noise before the step, and the level after it.
struct Split {
    double before = 0;
    double variance = 0; // of the points before, n − 1
    double after = 0;
};
using Splits = std::array<Split, longest_step>; // [k − 1]

std::size_t tested_steps(std::size_t points) {
    return points < fewest_for_step_test ? 0 : std::min(longest_step, points - fewest_before_step);
}

// All splits by one walk: the points before the longest step as they are, then one more at a time (Welford 1962), which
// keeps its digits however large the step is.
Splits splits_of(std::span<double const> series) {
    Splits splits;
    auto const longest = tested_steps(series.size());
    auto points = series.size() - longest;
    auto const base = series.first(points);
    auto mean = mean_of(base);
    auto squares = variance_of(base) * static_cast<double>(points - 1);
    for (auto k = longest; k >= 1; --k) {
        splits[k - 1].before = mean;
        splits[k - 1].variance = squares / static_cast<double>(points - 1);
        auto const next = series[points];
        auto const distance = next - mean;
        ++points;
        mean += distance / static_cast<double>(points);
        squares += distance * (next - mean);
    }
    double sum = 0;
    for (std::size_t k = 1; k <= longest; ++k) {
        sum += series[series.size() - k];
        splits[k - 1].after = sum / static_cast<double>(k);
    }
    return splits;
}

// Lag-1 autocorrelation, corrected for the bias of short series, with the weight it has in the family's mean.
struct Autocorrelation {
    double value = 0;
    double weight = 0;
};
Autocorrelation autocorrelation_of(std::span<double const> series, double mean) {
    double products = 0;
    double squares = 0;
    double previous = 0;
    for (auto const value : series) {
        auto const distance = value - mean;
        products += distance * previous;
        squares += distance * distance;
        previous = distance;
    }
    if (squares == 0) return {};
    auto const n = static_cast<double>(series.size());
    return {(products / squares * n + 1) / std::max(1.0, n - 3), n};
}

// V(m): the variance of the mean of m points, in units of one point's variance, when neighbours correlate by r.
std::vector<double> variance_of_means(std::size_t longest, double r) {
    std::vector<double> result(longest + 1, 1);
    double powers = 0;   // sum of r^j for j < m
    double weighted = 0; // sum of j·r^j
    double power = 1;
    for (std::size_t m = 1; m <= longest; ++m) {
        auto const count = static_cast<double>(m);
        result[m] = (1 + 2 * (powers - weighted / count)) / count;
        power *= r;
        powers += power;
        weighted += count * power;
    }
    return result;
}

} // namespace

StepTests step_tests(SeriesFamily const& family) {
    StepTests result{0, std::vector<Answer<StepTest>>(family.size(), NoAnswer::too_few_points)};

    std::vector<std::size_t> long_enough;
    std::size_t longest = 0;
    for (std::size_t u = 0; u < family.size(); ++u) {
        longest = std::max(longest, family[u].size());
        if (tested_steps(family[u].size()) > 0) long_enough.push_back(u);
    }
    std::vector<Splits> splits;
    splits.reserve(long_enough.size());
    double correlation_sum = 0;
    double weight_sum = 0;
    for (auto const u : long_enough) {
        auto const series = family[u];
        splits.push_back(splits_of(series));
        auto const correlation = autocorrelation_of(series.first(series.size() - 1), splits.back()[0].before);
        correlation_sum += correlation.weight * correlation.value;
        weight_sum += correlation.weight;
    }
    if (weight_sum > 0) result.autocorrelation = std::clamp(correlation_sum / weight_sum, 0.0, 0.8);

    // The family's noise, one pool for every length of step.
    std::array<std::optional<VariancePrior>, longest_step> priors;
    std::vector<double> variances;
    std::vector<double> freedoms;
    for (std::size_t k = 1; k <= longest_step; ++k) {
        variances.clear();
        freedoms.clear();
        for (std::size_t at = 0; at < long_enough.size(); ++at) {
            auto const points = family[long_enough[at]].size();
            if (tested_steps(points) < k) continue;
            variances.push_back(splits[at][k - 1].variance);
            freedoms.push_back(static_cast<double>(points - k - 1));
        }
        if (auto const prior = variance_prior(variances, freedoms)) priors[k - 1] = *prior;
    }

    auto const mean_variance = variance_of_means(longest, result.autocorrelation);
    for (std::size_t at = 0; at < long_enough.size(); ++at) {
        auto const points = family[long_enough[at]].size();
        StepTest test;
        double smallest_p = 2;
        for (std::size_t k = 1; k <= tested_steps(points); ++k) {
            auto const& split = splits[at][k - 1];
            auto const before = points - k;
            auto const own_df = static_cast<double>(before - 1);
            auto const prior = priors[k - 1].value_or(VariancePrior{});
            auto const noise = moderated_variance(split.variance, own_df, prior);
            if (noise <= 0) break; // constant before the step, and no noise to borrow
            auto const inflation = (mean_variance[k] + mean_variance[before]) / (1 - mean_variance[before]) *
                                   (1 - 1 / static_cast<double>(before));
            StepAt const step{(split.after - split.before) / std::sqrt(noise * inflation), prior.df + own_df};
            test.at[k - 1] = step;
            test.tested = k;
            // A smaller t on fewer degrees of freedom cannot have a smaller p: most need not be computed.
            if (test.best > 0) {
                auto const& best = test.at[test.best - 1];
                if (std::abs(step.t) <= std::abs(best.t) && step.df <= best.df) continue;
            }
            auto const p = t_two_sided(step.t, step.df);
            if (p >= smallest_p) continue;
            smallest_p = p;
            test.best = k;
            test.before = split.before;
            test.after = split.after;
        }
        if (test.tested == 0) {
            result.series[long_enough[at]] = NoAnswer::zero_variance;
            continue;
        }
        test.p = std::min(1.0, smallest_p * static_cast<double>(test.tested));
        result.series[long_enough[at]] = test;
    }
    return result;
}

} // namespace rodtrad::study
