#include "study/methods/step_test.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rodtrad::study {

namespace {

constexpr double strongest_autocorrelation = 0.8;

// How many steps a series of so many points is long enough for.
std::size_t possible_steps(std::size_t points) {
    return points < fewest_for_step_test ? 0 : std::min(longest_step, points - fewest_before_step);
}

// The family's own, each series weighing as it is long; `without`, in their order, are left out.
double pooled_autocorrelation(StepSums const& sums, std::size_t units,
                              std::span<StepFamily::OfUnit const> without = {}) {
    double correlations = 0;
    double weights = 0;
    auto left_out = without.begin();
    for (std::size_t u = 0; u < units; ++u) {
        if (left_out != without.end() && left_out->unit == u) {
            ++left_out;
            continue;
        }
        if (possible_steps(static_cast<std::size_t>(sums.points[u])) == 0) continue;
        if (!(sums.squares[u] > 0) || !std::isfinite(sums.correlation[u])) continue;
        auto const weight = sums.points[u] - 1;
        correlations += weight * sums.correlation[u];
        weights += weight;
    }
    return weights > 0 ? std::clamp(correlations / weights, 0.0, strongest_autocorrelation) : 0;
}

// The noise of all series before a step of k points.
std::optional<VariancePrior> pooled_noise(StepSums const& sums, std::size_t units, std::size_t k) {
    std::vector<double> variances;
    std::vector<double> freedoms;
    for (std::size_t u = 0; u < units; ++u) {
        if (possible_steps(static_cast<std::size_t>(sums.points[u])) < k) continue;
        if (!std::isfinite(sums.variance[k - 1][u])) continue;
        variances.push_back(sums.variance[k - 1][u]);
        freedoms.push_back(sums.points[u] - static_cast<double>(k) - 1);
    }
    if (auto const prior = variance_prior(variances, freedoms)) return *prior;
    return {};
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

// [k − 1][points]: the variance of a step's size in units of one point's variance, as the points before it tell that.
using Inflation = std::array<std::vector<double>, longest_step>;

Inflation inflation_of(std::size_t longest, double r) {
    auto const mean_variance = variance_of_means(longest, r);
    Inflation result;
    for (std::size_t k = 1; k <= longest_step; ++k) {
        result[k - 1].resize(longest + 1);
        for (std::size_t points = fewest_before_step + k; points <= longest; ++points) {
            auto const before = points - k;
            result[k - 1][points] = (mean_variance[k] + mean_variance[before]) / (1 - mean_variance[before]) *
                                    (1 - 1 / static_cast<double>(before));
        }
    }
    return result;
}

} // namespace

StepFamily::StepFamily(Plane const& plane, std::size_t end, Lenders lenders) : m_tested(plane.units()) {
    constexpr double plain_to_see = 0.01;
    step_sweep(plane, end, m_sums);
    m_autocorrelation = pooled_autocorrelation(m_sums, size());
    for (std::size_t k = 1; k <= longest_step; ++k)
        m_priors[k - 1] = pooled_noise(m_sums, size(), k).value_or(VariancePrior{});
    test_steps(end);
    if (lenders == Lenders::all || m_autocorrelation == 0) return;
    auto const stepped = within(plain_to_see);
    if (stepped.empty()) return;
    m_autocorrelation = pooled_autocorrelation(m_sums, size(), stepped);
    test_steps(end);
}

void StepFamily::test_steps(std::size_t longest) {
    std::ranges::fill(m_tested, std::uint8_t{0});
    auto const inflation = inflation_of(longest, m_autocorrelation);
    for (auto& t : m_t) t.resize(size());
    for (std::size_t u = 0; u < size(); ++u) {
        auto const possible = possible_steps(points(u));
        for (std::size_t k = 1; k <= possible; ++k) {
            auto const own_df = m_sums.points[u] - static_cast<double>(k) - 1;
            auto const noise = moderated_variance(m_sums.variance[k - 1][u], own_df, m_priors[k - 1]);
            if (!(noise > 0)) break; // constant before the step, and no noise to borrow
            auto const t =
                (m_sums.after[k - 1][u] - m_sums.before[k - 1][u]) / std::sqrt(noise * inflation[k - 1][points(u)]);
            if (!std::isfinite(t)) break;
            m_t[k - 1][u] = t;
            m_tested[u] = static_cast<std::uint8_t>(k);
        }
    }
}

double StepFamily::degrees_of_freedom(std::size_t points, std::size_t k) const {
    return m_priors[k - 1].df + static_cast<double>(points - k - 1);
}

StepTest StepFamily::best_of(std::size_t unit, std::array<bool, longest_step> const& is_asked) const {
    StepTest test;
    test.tested = m_tested[unit];
    auto smallest_p = 2.0;
    for (std::size_t k = 1; k <= test.tested; ++k) {
        StepAt const step{t(unit, k), degrees_of_freedom(points(unit), k)};
        test.at[k - 1] = step;
        if (!is_asked[k - 1]) continue;
        // A smaller t on fewer degrees of freedom cannot have a smaller p: most need not be computed.
        if (test.best > 0) {
            auto const& best = test.at[test.best - 1];
            if (std::abs(step.t) <= std::abs(best.t) && step.df <= best.df) continue;
        }
        auto const p = t_two_sided(step.t, step.df);
        if (p >= smallest_p) continue;
        smallest_p = p;
        test.best = k;
        test.before = m_sums.before[k - 1][unit];
        test.after = m_sums.after[k - 1][unit];
    }
    test.p = std::min(1.0, smallest_p * static_cast<double>(test.tested));
    return test;
}

Answer<StepTest> StepFamily::test(std::size_t unit) const {
    if (possible_steps(points(unit)) == 0) return NoAnswer::too_few_points;
    if (!is_tested(unit)) return NoAnswer::zero_variance;
    return best_of(unit, {true, true, true, true});
}

std::vector<StepFamily::OfUnit> StepFamily::within(double p) const {
    // A t is far enough out where its p times the number of steps tried is at most the limit. What the rounding of the
    // quantile may hide is let through, and asked exactly.
    constexpr double slack = 1 - 1e-9;
    using Critical =
        std::array<std::array<double, longest_step>, longest_step + 1>; // [tried][k − 1]; 0 = not asked yet
    std::vector<Critical> critical;                                     // [points]
    auto const far = [&](std::size_t points, std::size_t tried, std::size_t k) {
        if (critical.size() <= points) critical.resize(points + 1, Critical{});
        auto& entry = critical[points][tried][k - 1];
        if (entry == 0)
            entry =
                slack * critical_t(1 - std::min(1.0, p) / static_cast<double>(tried), degrees_of_freedom(points, k));
        return entry;
    };
    std::vector<OfUnit> result;
    for (std::size_t u = 0; u < size(); ++u) {
        auto const tried = tested(u);
        std::array<bool, longest_step> is_far{};
        auto is_any_far = false;
        for (std::size_t k = 1; k <= tried; ++k) {
            is_far[k - 1] = std::abs(t(u, k)) >= far(points(u), tried, k);
            is_any_far = is_any_far || is_far[k - 1];
        }
        if (!is_any_far) continue;
        // The smallest p is that of a step that is far enough out.
        if (auto const answer = best_of(u, is_far); answer.p <= p) result.push_back({u, answer});
    }
    return result;
}

} // namespace rodtrad::study
