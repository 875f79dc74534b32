#include "list.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

namespace plain {

namespace {

// Special functions in double, not in long double: four times as fast.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

constexpr std::size_t longest_step = 4;
constexpr std::size_t fewest_before = 5;

double mean_of(std::span<double const> values) {
    double sum = 0;
    for (auto const value : values) sum += value;
    return sum / static_cast<double>(values.size());
}
double variance_of(std::span<double const> values) {
    auto const mean = mean_of(values);
    double squares = 0;
    for (auto const value : values) squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size() - 1);
}

// Newton's method, as limma has it.
double trigamma_inverse(double x) {
    if (x > 1e7) return 1 / std::sqrt(x);
    if (x < 1e-6) return 1 / x;
    auto y = 0.5 + 1 / x;
    for (int i = 0; i < 50; ++i) {
        auto const now = boost::math::trigamma(y);
        auto const step = now * (1 - now / x) / boost::math::polygamma(2, y);
        y += step;
        if (-step / y < 1e-8) break;
    }
    return y;
}

struct Prior {
    double df = 0;
    double variance = 0;
};

// Smyth 2004: the distribution of the family's variances.
Prior prior_of(std::vector<double> variances, std::vector<double> const& df) {
    auto const n = variances.size();
    if (n < 3) return {};
    auto sorted = variances;
    std::ranges::sort(sorted);
    auto const least = 1e-5 * quantile(sorted, 0.5);
    if (least == 0) return {};
    std::vector<double> e(n);
    double expected = 0;
    for (std::size_t i = 0; i < n; ++i) {
        variances[i] = std::max(variances[i], least);
        e[i] = std::log(variances[i]) - boost::math::digamma(df[i] / 2, InDouble{}) + std::log(df[i] / 2);
        expected += boost::math::trigamma(df[i] / 2, InDouble{});
    }
    auto const unexplained = variance_of(e) - expected / static_cast<double>(n);
    if (unexplained <= 0) return {std::numeric_limits<double>::infinity(), mean_of(variances)};
    auto const half = trigamma_inverse(unexplained);
    return {2 * half, std::exp(mean_of(e) + boost::math::digamma(half) - std::log(half))};
}

double variance_of_mean(std::size_t m, double r) {
    double sum = 0;
    for (std::size_t j = 1; j < m; ++j)
        sum += (1 - static_cast<double>(j) / static_cast<double>(m)) * std::pow(r, static_cast<double>(j));
    return (1 + 2 * sum) / static_cast<double>(m);
}

double pooled_autocorrelation(std::vector<std::vector<double>> const& family) {
    double sum = 0;
    double weights = 0;
    for (auto const& series : family) {
        if (series.size() < fewest_before + 1) continue;
        auto const before = std::span{series}.first(series.size() - 1);
        auto const mean = mean_of(before);
        double products = 0;
        double squares = 0;
        for (std::size_t t = 0; t < before.size(); ++t) {
            squares += (before[t] - mean) * (before[t] - mean);
            if (t > 0) products += (before[t] - mean) * (before[t - 1] - mean);
        }
        if (squares == 0) continue;
        auto const n = static_cast<double>(before.size());
        sum += n * (products / squares * n + 1) / std::max(1.0, n - 3);
        weights += n;
    }
    return weights == 0 ? 0 : std::clamp(sum / weights, 0.0, 0.8);
}

} // namespace

std::vector<Step> step_tests(std::vector<std::vector<double>> const& family) {
    std::vector<Step> steps(family.size());
    std::vector<int> tested(family.size());
    auto const r = pooled_autocorrelation(family);
    std::size_t longest = 0;
    for (auto const& series : family) longest = std::max(longest, series.size());
    std::vector<double> of_mean(longest + 1);
    for (std::size_t m = 1; m <= longest; ++m) of_mean[m] = variance_of_mean(m, r);
    for (std::size_t k = 1; k <= longest_step; ++k) {
        std::vector<double> variances;
        std::vector<double> df;
        for (auto const& series : family) {
            if (series.size() < fewest_before + k) continue;
            variances.push_back(variance_of(std::span{series}.first(series.size() - k)));
            df.push_back(static_cast<double>(series.size() - k - 1));
        }
        auto const prior = prior_of(variances, df);
        std::size_t at = 0;
        for (std::size_t i = 0; i < family.size(); ++i) {
            auto const& series = family[i];
            if (series.size() < fewest_before + k) continue;
            auto const b = series.size() - k;
            auto const variance = variances[at];
            auto const own = df[at];
            ++at;
            auto const noise =
                std::isinf(prior.df) ? prior.variance : (prior.df * prior.variance + own * variance) / (prior.df + own);
            if (noise <= 0) continue;
            auto const inflation = (of_mean[k] + of_mean[b]) / (1 - of_mean[b]) * (1 - 1 / static_cast<double>(b));
            auto const effect = mean_of(std::span{series}.last(k)) - mean_of(std::span{series}.first(b));
            auto const t = std::abs(effect) / std::sqrt(noise * inflation);
            auto const freedom = prior.df + own;
            auto const p = std::isinf(freedom)
                               ? std::erfc(t / std::numbers::sqrt2)
                               : 2 * boost::math::cdf(boost::math::complement(
                                         boost::math::students_t_distribution<double, InDouble>{freedom}, t));
            ++tested[i];
            if (!steps[i].is_tested || p < steps[i].p) steps[i] = {p, effect, true};
        }
    }
    for (std::size_t i = 0; i < family.size(); ++i) steps[i].p = std::min(1.0, steps[i].p * std::max(tested[i], 1));
    return steps;
}

} // namespace plain
