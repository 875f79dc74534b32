#include "study/methods/distributions.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

using namespace rodtrad::study;

namespace {

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-10).scale(0); }

} // namespace

TEST_CASE("Student's t on one and two degrees of freedom is known in closed form") {
    for (auto const t : {0.1, 1.0, 3.0, 50.0, 1e6}) {
        CHECK(t_two_sided(t, 1) == about(2 / M_PI * std::atan(1 / t)));
        auto const root = std::sqrt(2 + t * t);
        CHECK(t_two_sided(t, 2) == about(2 / (root * (root + t)))); // 1 − t/√(2 + t²), without cancellation
        CHECK(t_two_sided(-t, 2) == t_two_sided(t, 2));
        CHECK(t_above(t, 2) + t_above(-t, 2) == about(1));
    }
    CHECK(t_two_sided(0, 7) == 1);
}

TEST_CASE("on infinite degrees of freedom t is normal") {
    auto const infinite = std::numeric_limits<double>::infinity();
    CHECK(t_two_sided(1.959963984540054, infinite) == about(0.05));
    CHECK(t_two_sided(2.5, 1e9) == doctest::Approx(normal_two_sided(2.5)).epsilon(1e-6));
}

TEST_CASE("a t so large that its p underflows is no error") { CHECK(t_two_sided(1e200, 400) == 0); }

TEST_CASE("critical values undo the tails") {
    for (auto const confidence : {0.9, 0.95, 0.998}) {
        CHECK(normal_two_sided(critical_z(confidence)) == about(1 - confidence));
        CHECK(t_two_sided(critical_t(confidence, 6.5), 6.5) == about(1 - confidence));
        CHECK(chi2_above(chi2_quantile(confidence, 9), 9) == about(1 - confidence));
    }
    CHECK(normal_below(-1.3) == about(normal_above(1.3)));
}

TEST_CASE("chi-squared on two degrees of freedom is exponential") {
    CHECK(chi2_above(600, 2) == about(std::exp(-300)));
}

TEST_CASE("the tails of counts meet") {
    CHECK(poisson_at_most(0, 3.5) == about(std::exp(-3.5)));
    CHECK(poisson_at_most(4, 3.5) + poisson_at_least(5, 3.5) == about(1));
    CHECK(poisson_at_least(0, 3.5) == 1);
    CHECK(binomial_at_most(3, 10, 0.4) + binomial_at_least(4, 10, 0.4) == about(1));
    CHECK(binomial_density(0, 10, 0.4) == about(std::pow(0.6, 10)));
    CHECK(binomial_at_most(10, 10, 0.4) == 1);
    CHECK(binomial_at_least(0, 10, 0.4) == 1);
}

TEST_CASE("digamma and trigamma have their known values at 1, and the inverse undoes trigamma") {
    CHECK(digamma(1) == about(-0.57721566490153286));
    CHECK(trigamma(1) == about(M_PI * M_PI / 6));
    for (auto const x : {1e-5, 0.02, 0.7, 4.0, 250.0, 1e8})
        CHECK(trigamma_inverse(trigamma(x)) == doctest::Approx(x).epsilon(1e-7));
}
