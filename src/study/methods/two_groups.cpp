#include "study/methods/two_groups.hpp"

#include "study/methods/countable.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

// Outcomes that are equally likely must count as such although their densities differ in the last digits (R's value).
constexpr double equally_likely = 1 + 1e-7;

double square(double value) { return value * value; }

} // namespace

double fisher_exact(domain::Counts first, domain::Counts second) {
    auto const marked = first.numerator + second.numerator;
    auto const total = first.denominator + second.denominator;
    auto const drawn = first.denominator;
    auto const margins = log_factorial(marked) + log_factorial(total - marked) + log_factorial(drawn) +
                         log_factorial(total - drawn) - log_factorial(total);
    auto const density = [&](double k) {
        return std::exp(margins - log_factorial(k) - log_factorial(marked - k) - log_factorial(drawn - k) -
                        log_factorial(total - marked - drawn + k));
    };
    auto const limit = density(first.numerator) * equally_likely;
    double p = 0;
    auto const last = std::min(marked, drawn);
    // Whole numbers, which a double counts exactly. NOLINTNEXTLINE(cert-flp30-c,clang-analyzer-security.*)
    for (auto k = std::max(0.0, marked + drawn - total); k <= last; ++k) {
        auto const likelihood = density(k);
        if (likelihood <= limit) p += likelihood;
    }
    return std::min(1.0, p);
}

namespace {

struct PooledTest {
    double z = 0;
    double p_score = 1;
    bool is_exact = false;
    double p = 1;
};

PooledTest pooled_test(domain::Counts first, domain::Counts second) {
    auto const total = first.denominator + second.denominator;
    auto const pooled = (first.numerator + second.numerator) / total;
    if (pooled == 0 || pooled == 1) return {};
    auto const difference = first.numerator / first.denominator - second.numerator / second.denominator;
    PooledTest test;
    test.z = difference / std::sqrt(pooled * (1 - pooled) * (1 / first.denominator + 1 / second.denominator));
    test.p_score = normal_two_sided(test.z);
    auto const smallest_expected = std::min(first.denominator, second.denominator) * std::min(pooled, 1 - pooled);
    test.is_exact = smallest_expected < 5;
    test.p = test.is_exact ? fisher_exact(first, second) : test.p_score;
    return test;
}

} // namespace

double equal_proportions_p(domain::Counts first, domain::Counts second) { return pooled_test(first, second).p; }

Answer<ProportionDifference> proportion_difference(domain::Counts first, domain::Counts second, double confidence) {
    auto const a = proportion_estimate(first, confidence);
    auto const b = proportion_estimate(second, confidence);
    if (!a) return a.reason();
    if (!b) return b.reason();

    ProportionDifference result;
    result.first = a->value;
    result.second = b->value;
    auto const difference = a->value - b->value;
    result.interval.lower = difference - std::hypot(a->value - a->interval.lower, b->interval.upper - b->value);
    result.interval.upper = difference + std::hypot(a->interval.upper - a->value, b->value - b->interval.lower);

    auto const test = pooled_test(first, second);
    result.z = test.z;
    result.p_score = test.p_score;
    result.is_exact = test.is_exact;
    result.p = test.p;
    return result;
}

namespace {

// How many whole numbers in [low, high] have a density of at most `limit`, when the density rises over them
// (count from low) — by halving, for they may be millions.
template <class Density>
double unlikely_from_low(double low, double high, double limit, Density const& density) {
    auto begin = low;
    auto end = high + 1;
    while (begin < end) {
        auto const middle = std::floor((begin + end) / 2);
        if (density(middle) <= limit)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin - low;
}

// Two-sided as R's binom.test: every outcome at most as likely as x.
double binomial_two_sided(double x, double n, double share) {
    auto const expected = n * share;
    if (x == expected) return 1;
    auto const limit = binomial_density(x, n, share) * equally_likely;
    if (x < expected) {
        auto const mirrored = [&](double from_top) { return binomial_density(n - from_top, n, share); };
        auto const above = unlikely_from_low(0, n - std::ceil(expected), limit, mirrored);
        return std::min(1.0,
                        binomial_at_most(x, n, share) + (above > 0 ? binomial_at_least(n - above + 1, n, share) : 0));
    }
    auto const density = [&](double k) { return binomial_density(k, n, share); };
    auto const below = unlikely_from_low(0, std::floor(expected), limit, density);
    return std::min(1.0, binomial_at_least(x, n, share) + (below > 0 ? binomial_at_most(below - 1, n, share) : 0));
}

} // namespace

double equal_rates_p(domain::Counts first, domain::Counts second) {
    auto const events = first.numerator + second.numerator;
    if (events == 0) return 1;
    return binomial_two_sided(first.numerator, events, first.denominator / (first.denominator + second.denominator));
}

Answer<RateRatio> rate_ratio(domain::Counts first, domain::Counts second, double confidence) {
    auto const [x1, t1] = first;
    auto const [x2, t2] = second;
    for (auto const& counts : {first, second})
        if (auto const fault = fault_in_rate(counts)) return *fault;

    RateRatio result;
    result.first = x1 / t1;
    result.second = x2 / t2;
    if (x2 > 0) result.ratio = result.first / result.second;
    if (x1 + x2 == 0) return result;
    result.p = equal_rates_p(first, second);
    // Given all events, those of the first are binomial; limits of their share are limits of the ratio.
    auto const tail = (1 - confidence) / 2;
    auto const to_ratio = [&](double share) { return share / (1 - share) * t2 / t1; };
    if (x1 > 0) result.lower = to_ratio(beta_quantile(tail, x1, x2 + 1));
    if (x2 > 0) result.upper = to_ratio(beta_quantile(1 - tail, x1 + 1, x2));
    return result;
}

Sample sample_of(std::span<double const> values) {
    return {values.size(), mean_of(values), values.size() > 1 ? std::sqrt(variance_of(values)) : 0};
}

Answer<MeanTest> welch_test(Sample const& first, Sample const& second, double confidence) {
    if (first.n < 2 || second.n < 2) return NoAnswer::too_few_points;
    auto const difference = first.mean - second.mean;
    auto const n1 = static_cast<double>(first.n);
    auto const n2 = static_cast<double>(second.n);
    auto const noise1 = square(first.deviation) / n1;
    auto const noise2 = square(second.deviation) / n2;
    auto const noise = noise1 + noise2;
    if (noise == 0) {
        if (difference != 0) return NoAnswer::zero_variance;
        return MeanTest{};
    }
    auto const df = square(noise) / (square(noise1) / (n1 - 1) + square(noise2) / (n2 - 1));
    if (!std::isfinite(noise) || !std::isfinite(difference) || !std::isfinite(df) || df <= 0)
        return NoAnswer::out_of_range;
    auto const error = std::sqrt(noise);
    auto const t = difference / error;
    auto const reach = critical_t(confidence, df) * error;
    return MeanTest{t, df, t_two_sided(t, df), {difference - reach, difference + reach}};
}

} // namespace rodtrad::study
