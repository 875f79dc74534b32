#pragma once

namespace rodtrad::study {

// The probability distributions of the methods. Tails are computed as tails (never as 1 − something), so that small
// p-values keep their digits. Degrees of freedom may be fractional, and infinite where that is said.

double normal_below(double z);        // P(Z ≤ z)
double normal_above(double z);        // P(Z > z)
double normal_two_sided(double z);    // P(|Z| ≥ |z|)
double critical_z(double confidence); // two-sided: 1.96 for 0.95

double t_above(double t, double df);             // P(T > t); df > 0, may be infinite
double t_two_sided(double t, double df);         // P(|T| ≥ |t|); df > 0, may be infinite
double critical_t(double confidence, double df); // two-sided

double chi2_above(double x, double df);        // P(X > x)
double chi2_quantile(double share, double df); // 0 < share < 1, df > 0

// Poisson with a mean above 0: events at most / at least `count`, a whole number from 0.
double poisson_at_most(double count, double mean);
double poisson_at_least(double count, double mean);

// Binomial of n trials: P(X = k), P(X ≤ k), P(X ≥ k); 0 ≤ k ≤ n, 0 < share < 1.
double binomial_density(double k, double n, double share);
double binomial_at_most(double k, double n, double share);
double binomial_at_least(double k, double n, double share);

// The smallest k with P(X ≤ k) ≥ `tail`; n a whole number from 0, 0 < tail < 1.
double binomial_quantile(double tail, double n, double share);

double beta_quantile(double share, double a, double b); // 0 < share < 1; a, b > 0
double log_factorial(double n);                         // n ≥ 0

double digamma(double x);          // x > 0
double trigamma(double x);         // x > 0
double trigamma_inverse(double y); // y > 0: the x with trigamma(x) = y

} // namespace rodtrad::study
