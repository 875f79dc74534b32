#include "study/methods/distributions.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace rodtrad::study {

namespace {

namespace math = boost::math;

// Double all the way: going by long double costs three times as much, for digits that no figure here has.
using InDouble = math::policies::policy<math::policies::promote_double<false>>;
constexpr InDouble in_double{};

} // namespace

double normal_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }
double normal_above(double z) { return std::erfc(z / std::numbers::sqrt2) / 2; }
double normal_two_sided(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }
double critical_z(double confidence) { return std::numbers::sqrt2 * math::erfc_inv(1 - confidence, in_double); }

double t_two_sided(double t, double df) {
    assert(df > 0);
    if (std::isinf(df)) return normal_two_sided(t);
    // P(|T| ≥ |t|) is a tail of the beta distribution of t²/(df + t²). Of the two equal expressions, the one whose
    // argument is formed without cancellation.
    auto const square = t * t;
    if (square < df) return math::ibetac(0.5, df / 2, square / (df + square), in_double);
    return math::ibeta(df / 2, 0.5, df / (df + square), in_double);
}
double t_above(double t, double df) {
    auto const tail = t_two_sided(t, df) / 2;
    return t < 0 ? 1 - tail : tail;
}
double critical_t(double confidence, double df) {
    return math::quantile(math::complement(math::students_t_distribution<double, InDouble>{df}, (1 - confidence) / 2));
}

double chi2_above(double x, double df) { return math::gamma_q(df / 2, x / 2, in_double); }
double chi2_quantile(double share, double df) { return 2 * math::gamma_p_inv(df / 2, share, in_double); }

double poisson_at_most(double count, double mean) { return math::gamma_q(count + 1, mean, in_double); }
double poisson_at_least(double count, double mean) { return count <= 0 ? 1 : math::gamma_p(count, mean, in_double); }

double binomial_density(double k, double n, double share) {
    return math::pdf(math::binomial_distribution<double, InDouble>{n, share}, k);
}
double binomial_at_most(double k, double n, double share) {
    return k >= n ? 1 : math::ibetac(k + 1, n - k, share, in_double);
}
double binomial_at_least(double k, double n, double share) {
    return k <= 0 ? 1 : math::ibeta(k, n - k + 1, share, in_double);
}

double binomial_quantile(double tail, double n, double share) {
    using Upwards = math::policies::policy<math::policies::promote_double<false>,
                                           math::policies::discrete_quantile<math::policies::integer_round_up>>;
    if (n == 0) return 0;
    return math::quantile(math::binomial_distribution<double, Upwards>{n, share}, tail);
}

double beta_quantile(double share, double a, double b) { return math::ibeta_inv(a, b, share, in_double); }
double log_factorial(double n) {
    // People are counted in whole numbers, and few at a time: nearly every question is answered from a table.
    static auto const table = [] {
        std::array<double, 2048> entries{};
        for (std::size_t at = 0; at < entries.size(); ++at)
            entries[at] = math::lgamma(static_cast<double>(at) + 1, in_double);
        return entries;
    }();
    if (n >= 0 && n < static_cast<double>(table.size()) && n == std::floor(n))
        return table[static_cast<std::size_t>(n)];
    return math::lgamma(n + 1, in_double);
}

double digamma(double x) { return math::digamma(x, in_double); }
double trigamma(double x) { return math::trigamma(x, in_double); }

double trigamma_inverse(double y) {
    assert(y > 0);
    // The ends, where trigamma(x) is 1/x² and 1/x to double precision.
    if (y > 1e7) return 1 / std::sqrt(y);
    if (y < 1e-6) return 1 / y;
    // Newton on 1/trigamma, which is nearly straight, so that it converges from any start (Smyth 2004, appendix).
    auto const slope_at = [](double x) { return math::polygamma(2, x, in_double); };
    auto x = 0.5 + 1 / y;
    for (int step = 0; step < 50; ++step) {
        auto const value = trigamma(x);
        auto const change = value * (1 - value / y) / slope_at(x);
        x += change;
        if (-change < 1e-12 * x) break;
    }
    return x;
}

} // namespace rodtrad::study
