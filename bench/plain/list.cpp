#include "list.hpp"

#include "parallel.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <numeric>

namespace plain {

namespace {

constexpr std::size_t fewest_for_season = 24;
constexpr std::size_t fewest_for_funnel = 10;
constexpr std::size_t fewest_for_robust_z = 8;
constexpr double q_limit = 0.05;

// Special functions in double, not in long double: four times as fast.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

using Tests = std::array<std::vector<Test>, finding_kinds>;

double two_sided(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double median_of(std::vector<double> values) {
    std::ranges::sort(values);
    return quantile(values, 0.5);
}

// Median absolute deviation, as a standard deviation.
double robust_deviation(std::vector<double> values, double median) {
    for (auto& value : values) value = std::abs(value - median);
    return median_of(std::move(values)) / 0.6745;
}

class MeasureList {
public:
    MeasureList(Workload const& workload, Answers const& answers, std::size_t measure, Tests& tests)
        : m_workload{workload}, m_answers{answers}, m_measure{measure}, m_definition{workload.measures[measure]},
          m_tests{tests} {}

    void run() {
        if (m_answers.newest[m_measure] < 0) return;
        m_newest = static_cast<std::size_t>(m_answers.newest[m_measure]);
        m_least = least_effect();
        for (std::size_t group = 0; group < Workload::groups; ++group) {
            look_for_missed_targets(group);
            look_for_changes(group);
            for (auto const& cohort : m_workload.cohorts) compare(group, cohort);
            for (std::size_t node = 0; node < m_workload.nodes.size(); ++node) look_for_spread(group, node);
        }
        look_for_gaps();
    }

private:
    std::size_t at(std::size_t leaf, std::size_t group, std::size_t t) const {
        return m_workload.at(m_measure, leaf, group, t);
    }
    double newest(std::size_t leaf, std::size_t group) const { return m_workload.values[at(leaf, group, m_newest)]; }
    bool has_counts() const { return m_definition.kind == Kind::share || m_definition.kind == Kind::rate; }

    void add(Finding kind, std::size_t group, std::size_t place, double p, double effect) {
        m_tests[static_cast<std::size_t>(kind)].push_back({static_cast<std::uint32_t>(m_measure),
                                                           static_cast<std::uint32_t>(place),
                                                           static_cast<std::uint8_t>(group), p, effect, m_least, 1});
    }

    double least_effect() const {
        if (m_definition.kind == Kind::share) return 0.01;
        std::vector<double> values;
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf)
            if (auto const value = newest(leaf, 0); !std::isnan(value)) values.push_back(value);
        return values.empty() ? 0 : 0.2 * robust_deviation(values, median_of(values));
    }

    void look_for_missed_targets(std::size_t group) {
        auto const target = m_definition.target;
        if (std::isnan(target) || m_definition.polarity == 0 || !has_counts()) return;
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf) {
            auto const value = newest(leaf, group);
            if (std::isnan(value)) continue;
            auto const x = m_workload.numerators[at(leaf, group, m_newest)];
            auto const n = m_workload.denominators[at(leaf, group, m_newest)];
            double p = 1;
            if (m_definition.kind == Kind::share) {
                auto const z = m_definition.polarity * (value - target) / std::sqrt(target * (1 - target) / n);
                p = std::erfc(-z / std::numbers::sqrt2) / 2;
            } else {
                p = m_definition.polarity > 0 ? boost::math::gamma_q(x + 1, n * target, InDouble{})
                    : x > 0                   ? boost::math::gamma_p(x, n * target, InDouble{})
                                              : 1;
            }
            add(Finding::target, group, leaf, p, value - target);
        }
    }

    // The medians of each part of the year's departures from the series' own level, centred.
    std::vector<double> season_of(std::size_t group) const {
        auto const parts = m_workload.periods_a_year;
        std::vector<double> season(parts);
        if (parts == 1) return season;
        std::vector<std::vector<double>> departures(parts);
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf) {
            std::vector<double> values;
            for (std::size_t t = 0; t < m_workload.periods; ++t)
                if (auto const value = m_workload.values[at(leaf, group, t)]; !std::isnan(value))
                    values.push_back(value);
            if (values.size() < fewest_for_season) continue;
            auto const level = median_of(values);
            for (std::size_t t = 0; t < m_workload.periods; ++t)
                if (auto const value = m_workload.values[at(leaf, group, t)]; !std::isnan(value))
                    departures[t % parts].push_back(value - level);
        }
        for (std::size_t part = 0; part < parts; ++part)
            if (!departures[part].empty()) season[part] = median_of(departures[part]);
        auto const centre = std::accumulate(season.begin(), season.end(), 0.0) / static_cast<double>(parts);
        for (auto& part : season) part -= centre;
        return season;
    }

    void look_for_changes(std::size_t group) {
        auto const season = season_of(group);
        std::vector<std::vector<double>> family(m_workload.leaves());
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf)
            for (std::size_t t = 0; t < m_workload.periods; ++t)
                if (auto const value = m_workload.values[at(leaf, group, t)]; !std::isnan(value))
                    family[leaf].push_back(value - season[t % m_workload.periods_a_year]);
        add_steps(Finding::change, group, family);
    }

    void add_steps(Finding kind, std::size_t group, std::vector<std::vector<double>> const& family) {
        auto const steps = step_tests(family);
        for (std::size_t leaf = 0; leaf < steps.size(); ++leaf)
            if (steps[leaf].is_tested) add(kind, group, leaf, steps[leaf].p, steps[leaf].effect);
    }

    void compare(std::size_t group, std::vector<std::size_t> const& cohort) {
        std::vector<std::size_t> leaves;
        std::vector<double> values;
        for (auto const leaf : cohort)
            if (auto const value = newest(leaf, group); !std::isnan(value)) {
                leaves.push_back(leaf);
                values.push_back(value);
            }
        if (m_definition.kind == Kind::share && leaves.size() >= fewest_for_funnel)
            lay_in_funnel(group, leaves);
        else if (leaves.size() >= fewest_for_robust_z)
            score_robustly(group, leaves, values);
    }

    // Spiegelhalter 2005: shares on the arcsine scale, with the spread that units always have in the limits.
    void lay_in_funnel(std::size_t group, std::vector<std::size_t> const& leaves) {
        double x = 0;
        double n = 0;
        for (auto const leaf : leaves) {
            x += m_workload.numerators[at(leaf, group, m_newest)];
            n += m_workload.denominators[at(leaf, group, m_newest)];
        }
        auto const average = x / n;
        if (average <= 0 || average >= 1) return;
        auto const middle = std::asin(std::sqrt(average));
        std::vector<double> distance;
        std::vector<double> variance;
        std::vector<double> z;
        for (auto const leaf : leaves) {
            distance.push_back(std::asin(std::sqrt(newest(leaf, group))) - middle);
            variance.push_back(1 / (4 * m_workload.denominators[at(leaf, group, m_newest)]));
            z.push_back(distance.back() / std::sqrt(variance.back()));
        }
        auto sorted = z;
        std::ranges::sort(sorted);
        auto const low = quantile(sorted, 0.1);
        auto const high = quantile(sorted, 0.9);
        double squares = 0;
        double s1 = 0;
        double s2 = 0;
        for (std::size_t i = 0; i < z.size(); ++i) {
            auto const winsorised = std::clamp(z[i], low, high);
            squares += winsorised * winsorised;
            s1 += 1 / variance[i];
            s2 += 1 / (variance[i] * variance[i]);
        }
        auto const k = static_cast<double>(z.size());
        auto const between = squares >= k - 1 ? std::max(0.0, (squares - (k - 1)) / (s1 - s2 / s1)) : 0;
        for (std::size_t i = 0; i < leaves.size(); ++i)
            add(Finding::comparison, group, leaves[i], two_sided(distance[i] / std::sqrt(variance[i] + between)),
                newest(leaves[i], group) - average);
    }

    // Iglewicz and Hoaglin 1993.
    void score_robustly(std::size_t group, std::vector<std::size_t> const& leaves, std::vector<double> const& values) {
        auto const median = median_of(values);
        auto const deviation = robust_deviation(values, median);
        if (deviation == 0) return;
        for (std::size_t i = 0; i < leaves.size(); ++i)
            add(Finding::comparison, group, leaves[i], two_sided((values[i] - median) / deviation), values[i] - median);
    }

    void look_for_gaps() {
        std::vector<std::vector<double>> family(m_workload.leaves());
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf)
            for (std::size_t t = 0; t < m_workload.periods; ++t) {
                auto const gap = m_workload.values[at(leaf, 1, t)] - m_workload.values[at(leaf, 2, t)];
                if (!std::isnan(gap)) family[leaf].push_back(gap);
            }
        add_steps(Finding::gap, 1, family);
        if (!has_counts()) return;
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf) {
            auto const& gap = m_answers.gaps[m_measure * m_workload.leaves() + leaf];
            if (std::isnan(gap.difference)) continue;
            auto const p =
                m_definition.kind == Kind::share ? std::isnan(gap.z) ? 1 : two_sided(gap.z) : rates_equal(leaf);
            add(Finding::gap, 1, leaf, p, gap.difference);
        }
    }

    // Given the events of both, women's are binomial: twice the smaller tail.
    double rates_equal(std::size_t leaf) const {
        auto const women = m_workload.numerators[at(leaf, 1, m_newest)];
        auto const events = women + m_workload.numerators[at(leaf, 2, m_newest)];
        if (events == 0) return 1;
        auto const exposure = m_workload.denominators[at(leaf, 1, m_newest)];
        auto const share = exposure / (exposure + m_workload.denominators[at(leaf, 2, m_newest)]);
        auto const at_least = women == 0 ? 1 : boost::math::ibeta(women, events - women + 1, share, InDouble{});
        auto const at_most = women == events ? 1 : boost::math::ibetac(women + 1, events - women, share, InDouble{});
        return std::min(1.0, 2 * std::min(at_least, at_most));
    }

    // Are the shares or rates right below a node the same but for chance?
    void look_for_spread(std::size_t group, std::size_t node) {
        if (!has_counts()) return;
        std::vector<std::pair<double, double>> counts;
        auto const& below = m_workload.nodes[node];
        for (auto const child : below.children) {
            auto const slice = (m_measure * Workload::groups + group) * m_workload.periods + m_newest;
            auto const& answer = m_answers.below[slice * m_workload.nodes.size() + child];
            if (answer.count > 0) counts.emplace_back(answer.numerator, answer.denominator);
        }
        if (below.children.empty())
            for (auto const leaf : below.leaves)
                if (!std::isnan(newest(leaf, group)))
                    counts.emplace_back(m_workload.numerators[at(leaf, group, m_newest)],
                                        m_workload.denominators[at(leaf, group, m_newest)]);
        if (counts.size() < 3) return;
        double x = 0;
        double n = 0;
        for (auto const& [numerator, denominator] : counts) {
            x += numerator;
            n += denominator;
        }
        auto const common = x / n;
        auto const variance = m_definition.kind == Kind::share ? common * (1 - common) : common;
        if (variance <= 0) return;
        double q = 0;
        std::vector<double> values;
        for (auto const& [numerator, denominator] : counts) {
            auto const distance = numerator - denominator * common;
            q += distance * distance / (denominator * variance);
            values.push_back(numerator / denominator);
        }
        std::ranges::sort(values);
        add(Finding::spread, group, node,
            boost::math::gamma_q(static_cast<double>(counts.size() - 1) / 2, q / 2, InDouble{}),
            quantile(values, 0.9) - quantile(values, 0.1));
    }

    Workload const& m_workload;
    Answers const& m_answers;
    std::size_t m_measure;
    Measure const& m_definition;
    Tests& m_tests;
    std::size_t m_newest = 0;
    double m_least = 0;
};

void benjamini_hochberg(std::vector<Test>& tests) {
    std::vector<std::size_t> order(tests.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return tests[i].p; });
    double q = 1;
    for (auto rank = order.size(); rank-- > 0;) {
        auto& test = tests[order[rank]];
        q = std::min(q, test.p * static_cast<double>(tests.size()) / static_cast<double>(rank + 1));
        test.q = q;
    }
}

} // namespace

void make_list(Workload const& workload, Answers const& answers, unsigned threads, List& list) {
    std::vector<Tests> of_measures(workload.measures.size());
    for_each_measure(workload, threads,
                     [&](std::size_t measure) { MeasureList{workload, answers, measure, of_measures[measure]}.run(); });
    list.confirmed.clear();
    for (std::size_t kind = 0; kind < finding_kinds; ++kind) {
        auto& tests = list.tests[kind];
        tests.clear();
        for (auto const& of_measure : of_measures) std::ranges::copy(of_measure[kind], std::back_inserter(tests));
        benjamini_hochberg(tests);
        std::ranges::copy_if(tests, std::back_inserter(list.confirmed),
                             [](Test const& test) { return test.q <= q_limit && std::abs(test.effect) >= test.least; });
    }
    std::ranges::sort(list.confirmed, std::ranges::greater{},
                      [](Test const& test) { return test.least > 0 ? std::abs(test.effect) / test.least : 0; });
}

} // namespace plain
