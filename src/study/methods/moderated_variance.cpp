#include "study/methods/moderated_variance.hpp"

#include "study/kernels/selection.hpp"
#include "study/methods/distributions.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace rodtrad::study {

namespace {

// The logarithm of a variance on `df` degrees of freedom lies `bias` below that of the true variance on average, and
// varies by `variance` around it.
struct LogVariance {
    double bias;
    double variance;
};
LogVariance log_variance_at(double df) { return {digamma(df / 2) - std::log(df / 2), trigamma(df / 2)}; }

// Series have few points: nearly every question is answered from a table.
LogVariance log_variance(double df) {
    static auto const table = [] {
        std::array<LogVariance, 64> entries{};
        for (std::size_t at = 1; at < entries.size(); ++at) entries[at] = log_variance_at(static_cast<double>(at));
        return entries;
    }();
    auto const whole = static_cast<std::size_t>(std::min(df, static_cast<double>(table.size())));
    return whole >= 1 && whole < table.size() && static_cast<double>(whole) == df ? table[whole] : log_variance_at(df);
}

} // namespace

Answer<VariancePrior> variance_prior(std::span<double const> variances, std::span<double const> df) {
    assert(variances.size() == df.size());
    if (variances.size() < 3) return NoAnswer::too_few_units;

    std::vector<double> work(variances.begin(), variances.end());
    auto const median = median_of_many(work);
    if (median == 0) return NoAnswer::zero_variance;
    auto const least = 1e-5 * median;

    auto const n = static_cast<double>(variances.size());
    double mean = 0;
    double expected = 0; // variance of the logarithms
    for (std::size_t u = 0; u < variances.size(); ++u) {
        auto const usual = log_variance(df[u]);
        work[u] = std::log(std::max(variances[u], least)) - usual.bias;
        mean += work[u];
        expected += usual.variance;
    }
    mean /= n;
    double squares = 0;
    for (auto const value : work) squares += (value - mean) * (value - mean);
    auto const unexplained = squares / (n - 1) - expected / n;

    VariancePrior prior;
    if (unexplained > 0) {
        auto const half = trigamma_inverse(unexplained);
        prior = {2 * half, std::exp(mean + digamma(half) - std::log(half))};
    } else {
        double sum = 0;
        for (auto const variance : variances) sum += std::max(variance, least) / n;
        prior = {std::numeric_limits<double>::infinity(), sum};
    }
    if (!std::isfinite(prior.variance)) return NoAnswer::out_of_range;
    return prior;
}

double moderated_variance(double variance, double df, VariancePrior const& prior) {
    if (std::isinf(prior.df)) return prior.variance;
    return (prior.df * prior.variance + df * variance) / (prior.df + df);
}

} // namespace rodtrad::study
