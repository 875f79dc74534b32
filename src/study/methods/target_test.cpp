#include "study/methods/target_test.hpp"

#include "study/methods/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

constexpr double fewest_for_score = 5; // as in M7: with fewer expected the normal tail is far from the true one

} // namespace

Answer<double> proportion_target_p(domain::Counts counts, double target, Wanted wanted) {
    auto const [x, n] = counts;
    if (x < 0 || n < 0) return NoAnswer::negative_count;
    if (n == 0) return NoAnswer::zero_denominator;
    if (x > n) return NoAnswer::numerator_exceeds_denominator;
    if (target <= 0 || target >= 1) return NoAnswer::target_at_bound;
    auto const fewest = n * std::min(target, 1 - target); // expected on the rarer side
    if (fewest < fewest_for_score && x == std::floor(x) && n == std::floor(n))
        return wanted == Wanted::at_least ? binomial_at_most(x, n, target) : binomial_at_least(x, n, target);
    auto const z = (x / n - target) / std::sqrt(target * (1 - target) / n);
    return wanted == Wanted::at_least ? normal_below(z) : normal_above(z);
}

Answer<double> rate_target_p(domain::Counts counts, double target, Wanted wanted) {
    auto const [x, n] = counts;
    if (x < 0 || n < 0) return NoAnswer::negative_count;
    if (n == 0) return NoAnswer::zero_denominator;
    if (target <= 0) return NoAnswer::target_at_bound;
    return wanted == Wanted::at_least ? poisson_at_most(x, target * n) : poisson_at_least(x, target * n);
}

Answer<double> mean_target_p(Sample const& sample, double target, Wanted wanted) {
    if (sample.n < 2) return NoAnswer::too_few_points;
    if (sample.deviation == 0) return NoAnswer::zero_variance;
    auto const n = static_cast<double>(sample.n);
    auto const t = (sample.mean - target) / (sample.deviation / std::sqrt(n));
    return t_above(wanted == Wanted::at_least ? -t : t, n - 1);
}

} // namespace rodtrad::study
