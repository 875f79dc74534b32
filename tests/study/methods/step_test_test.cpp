#include "study/methods/distributions.hpp"
#include "study/methods/step_test.hpp"
#include "study/methods/two_groups.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace rodtrad::study;

namespace {

StepFamily tests_of(std::vector<std::vector<double>> const& family) {
    auto const plane = plane_of(family);
    return {plane, plane.periods()};
}

std::vector<std::vector<double>> noise(std::size_t series, std::size_t points, unsigned seed, double correlation = 0) {
    std::mt19937_64 random{seed};
    std::normal_distribution<double> normal;
    std::vector<std::vector<double>> family(series);
    for (auto& one : family) {
        auto value = normal(random);
        for (std::size_t at = 0; at < points; ++at) {
            one.push_back(50 + value);
            value = correlation * value + std::sqrt(1 - correlation * correlation) * normal(random);
        }
    }
    return family;
}

} // namespace

TEST_CASE("a raised level over the last three points is found, with its size and its start") {
    auto family = noise(40, 10, 7);
    for (std::size_t at = 7; at < 10; ++at) family[5][at] += 6;
    auto const tests = tests_of(family);
    auto const found = *tests.test(5);
    CHECK(found.tested == 4);
    CHECK(found.best == 3);
    CHECK(found.p < 1e-4);
    CHECK(found.effect() == doctest::Approx(6).epsilon(0.25));
    CHECK(found.before == doctest::Approx(50).epsilon(0.02));
}

TEST_CASE("in quiet series a small p is as rare as it says") {
    int small = 0;
    int very_small = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        auto const tests = tests_of(noise(50, 12, seed));
        for (std::size_t u = 0; u < tests.size(); ++u) {
            auto const test = tests.test(u);
            small += test->p <= 0.05;
            very_small += test->p <= 0.005;
        }
    }
    CHECK(small <= 0.05 * 2000 * 1.2);
    CHECK(small >= 0.05 * 2000 * 0.4); // four lengths of step share the 5 %, and are not independent
    CHECK(very_small <= 0.005 * 2000 * 1.7);
}

TEST_CASE("series that resemble their past are not taken for changed") {
    CHECK(tests_of(noise(60, 40, 3)).autocorrelation() < 0.05);
    auto const tests = tests_of(noise(60, 40, 3, 0.6));
    CHECK(tests.autocorrelation() == doctest::Approx(0.6).epsilon(0.1));
    int small = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        auto const correlated = tests_of(noise(50, 24, seed, 0.5));
        for (std::size_t u = 0; u < correlated.size(); ++u) small += correlated.test(u)->p <= 0.05;
    }
    CHECK(small <= 0.05 * 2000 * 1.5);
}

TEST_CASE("autocorrelation is corrected for the bias of short series, and does not see the latest point") {
    // The first nine centred: products sum to 2/81, squares to 180/81; (9·2/180 + 1)/(9 − 3).
    std::vector<double> const series{0, 0, 1, 1, 0, 0, 1, 1, 0, 700};
    CHECK(tests_of({series}).autocorrelation() == doctest::Approx(1.1 / 6));
}

TEST_CASE("a lone series is judged by its own noise, as in a t test of one group against another") {
    std::vector const series{4.1, 5.3, 3.9, 4.8, 5.0, 4.2, 6.1};
    auto const tests = tests_of({series});
    auto const test = *tests.test(0);
    REQUIRE(tests.autocorrelation() == 0);
    CHECK(test.tested == 2);
    auto const before = sample_of(std::span{series}.first(6));
    auto const t = (6.1 - before.mean) / (before.deviation * std::sqrt(1 + 1.0 / 6));
    CHECK(test.at[0].t == doctest::Approx(t).epsilon(1e-12));
    CHECK(test.at[0].df == 5);
    CHECK(test.p == doctest::Approx(std::min(1.0, 2 * t_two_sided(t, 5))).epsilon(1e-12));
}

TEST_CASE("five points are too few, six are tested for one step") {
    auto family = noise(10, 9, 11);
    family[0].resize(5);
    family[1].resize(6);
    family[2].clear();
    auto const tests = tests_of(family);
    CHECK(tests.test(0).reason() == NoAnswer::too_few_points);
    CHECK(tests.test(1)->tested == 1);
    CHECK(tests.test(2).reason() == NoAnswer::too_few_points);
    CHECK(tests.test(3)->tested == 4);
}

TEST_CASE("a family without noise cannot be tested") {
    std::vector const flat(9, 3.3);
    auto stepped = flat;
    stepped.back() = 4;
    CHECK(tests_of({flat, flat, flat, flat}).test(0).reason() == NoAnswer::zero_variance);
    CHECK(tests_of({flat, flat, flat, stepped}).test(3).reason() == NoAnswer::zero_variance);
    CHECK(tests_of({}).size() == 0);
}

TEST_CASE("a constant series among noisy ones is tested with their noise") {
    auto family = noise(12, 10, 5);
    family[0].assign(10, 50);
    family[0].back() = 60;
    auto const test = *tests_of(family).test(0);
    CHECK(test.best == 1);
    CHECK(test.p < 1e-4);
}

TEST_CASE("a huge step does not blur the noise before it") {
    auto family = noise(12, 10, 9);
    for (std::size_t u = 0; u < family.size(); ++u)
        for (auto& value : family[u]) value *= static_cast<double>(u + 1); // unlike in noise: a finite prior
    auto const usual = tests_of(family).test(0)->at[3];
    for (std::size_t at = 6; at < 10; ++at) family[0][at] += 1e9;
    auto const stepped = tests_of(family).test(0)->at[3];
    REQUIRE(std::isfinite(usual.df));
    CHECK(stepped.df == doctest::Approx(usual.df).epsilon(1e-9));
    CHECK(stepped.t > 1e7);
}
