#include "workloads.hpp"

#include "domain/outcome.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace rodtrad::bench {

namespace {

// xorshift64* (Marsaglia 2003, Vigna 2016), and a bell curve from it that is quick and good enough for a benchmark.
class Chance {
public:
    Chance(std::uint64_t seed, std::uint64_t stream)
        : m_state{(seed << 32) ^ (stream * 0x9E3779B97F4A7C15ULL) ^ 88172645463325252ULL} {
        for (int i = 0; i < 8; ++i) next();
    }

    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(uniform() * static_cast<double>(end)); }
    // Sum of four uniform numbers of 16 bits, with mean 0 and deviation 1.
    double normal() {
        auto const bits = next();
        std::uint64_t sum = 0;
        for (unsigned part = 0; part < 4; ++part) sum += (bits >> (16 * part)) & 0xFFFF;
        return (static_cast<double>(sum) / 65535 - 2) * std::numbers::sqrt3;
    }

private:
    std::uint64_t next() {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return m_state * 2685821657736338717ULL;
    }
    std::uint64_t m_state;
};

std::size_t scaled(std::size_t measures, double size) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(static_cast<double>(measures) * size)));
}

double to_hundredths(double value) { return std::round(value * 100) / 100; }

// The first leaf of each node, on each level: the leaves are cut where chance says, and a level is cut where the level
// below it is.
std::vector<std::vector<std::size_t>> cut(Workload const& workload, Chance& chance) {
    std::vector<std::vector<std::size_t>> starts(workload.nodes.size());
    std::vector<std::size_t> candidates;
    for (std::size_t leaf = 1; leaf < workload.leaves; ++leaf) candidates.push_back(leaf);
    for (auto level = workload.nodes.size(); level-- > 0;) {
        for (auto i = candidates.size(); i > 1; --i) std::swap(candidates[i - 1], candidates[chance.below(i)]);
        candidates.resize(std::min(workload.nodes[level] - 1, candidates.size()));
        std::ranges::sort(candidates);
        starts[level].push_back(0);
        starts[level].insert(starts[level].end(), candidates.begin(), candidates.end());
    }
    return starts;
}

Generator::Definition defined(Workload const& workload, Chance& chance) {
    Generator::Definition measure;
    auto const kind = chance.uniform();
    measure.kind = kind < 0.6   ? domain::ValueKind::proportion
                   : kind < 0.8 ? domain::ValueKind::rate
                   : kind < 0.9 ? domain::ValueKind::mean
                                : domain::ValueKind::index;
    auto const polarity = chance.uniform();
    measure.polarity = polarity < 0.45 ? 1 : polarity < 0.9 ? -1 : 0;
    auto const level = chance.uniform();
    measure.level = measure.kind == domain::ValueKind::proportion ? 0.1 + 0.75 * level
                    : measure.kind == domain::ValueKind::rate     ? 0.02 + 0.5 * level
                                                                  : 10 + 990 * level;
    measure.season = 0.05 * chance.uniform();
    auto const target = std::round(measure.level * (0.97 + 0.06 * chance.uniform()) * 1000) / 1000;
    measure.target = chance.uniform() < 0.7 ? target : std::nan("");
    measure.start = chance.below(std::max<std::size_t>(workload.latest_start, 1));
    return measure;
}

// What one leaf does in one measure, as shares of what is usual.
struct Habit {
    double level = 0;
    double drift = 0; // a period
    double step = 0;
    std::size_t step_at = 0;
    double noise = 1;                      // of its own, as many times the usual
    std::array<double, group_count> group; // women and men differ
};

Habit habit_of(Workload const& workload, Chance& chance) {
    Habit habit;
    habit.level = 1 + 0.1 * chance.normal();
    habit.drift = chance.uniform() < 0.15 ? 0.1 / static_cast<double>(workload.periods) * chance.normal() : 0;
    habit.step = chance.uniform() < 0.03 ? (chance.uniform() < 0.5 ? 0.18 : -0.18) : 0;
    habit.step_at = workload.periods - 1 - chance.below(4);
    habit.noise = std::exp(0.3 * chance.normal());
    habit.group = {0, 0.01 + 0.03 * chance.normal(), -0.01 + 0.03 * chance.normal()};
    return habit;
}

// x and n of one group in one period.
domain::Counts drawn(Generator::Definition const& measure, double people, double level, double noise, Chance& chance) {
    auto const n = std::floor(people * (0.45 + 0.1 * chance.uniform())) + 3;
    auto const error = noise * chance.normal();
    auto const value = measure.level * level;
    switch (measure.kind) {
    case domain::ValueKind::proportion: {
        auto const share = std::clamp(value, 0.02, 0.98);
        return {std::clamp(std::round(n * share + error * std::sqrt(n * share * (1 - share))), 0.0, n), n};
    }
    case domain::ValueKind::rate: {
        auto const expected = std::max(n * value, 0.0);
        return {std::max(0.0, std::round(expected + error * std::sqrt(expected))), n};
    }
    case domain::ValueKind::mean:
        return {to_hundredths((value + error * 0.04 * measure.level / std::sqrt(1 + n / 200)) * n), n};
    default:
        return {to_hundredths(value + error * 0.04 * measure.level), 1};
    }
}

// Women and men together.
domain::Counts together(domain::ValueKind kind, domain::Counts women, domain::Counts men) {
    auto const sum = women.numerator + men.numerator;
    if (kind == domain::ValueKind::index) return {to_hundredths(sum / 2), 1};
    return {to_hundredths(sum), women.denominator + men.denominator};
}

} // namespace

Workload city(double size) {
    Workload workload;
    workload.name = "city";
    workload.seed = 11;
    workload.measures = scaled(60, size);
    workload.leaves = 1500;
    workload.nodes = {1, 8, 40, 120, 331};
    workload.cohorts = 30;
    workload.periods = 36;
    workload.first = domain::Period::make(domain::Periodicity::month, 2022);
    workload.usual_people = 67;
    workload.spread_of_people = 0.7;
    return workload;
}

Workload country(double size) {
    Workload workload;
    workload.name = "country";
    workload.seed = 22;
    workload.measures = scaled(5000, size);
    workload.leaves = 311;
    workload.nodes = {1, 21};
    workload.cohorts = 10;
    workload.periods = 20;
    workload.latest_start = 13;
    workload.reported = 0.857;
    workload.usual_people = 16000;
    workload.spread_of_people = 1;
    return workload;
}

Generator::Generator(Workload workload) : m_workload{std::move(workload)} {
    Chance chance{m_workload.seed, 0};
    m_starts = cut(m_workload, chance);
    for (std::size_t leaf = 0; leaf < m_workload.leaves; ++leaf) {
        m_cohorts.push_back(chance.below(m_workload.cohorts));
        m_people.push_back(m_workload.usual_people * std::exp(m_workload.spread_of_people * chance.normal()));
    }
    for (std::size_t measure = 0; measure < m_workload.measures; ++measure) {
        Chance own{m_workload.seed + 1000, measure + 1};
        m_definitions.push_back(defined(m_workload, own));
    }
}

std::size_t Generator::above(std::size_t leaf, std::size_t level) const {
    auto const after = std::ranges::upper_bound(m_starts[level], leaf) - m_starts[level].begin();
    return static_cast<std::size_t>(after) - 1;
}

Figures Generator::figures(std::size_t measure) const {
    auto const& definition = m_definitions[measure];
    auto const periods = m_workload.periods;
    auto const a_year = static_cast<double>(domain::periods_per_year(m_workload.first.periodicity()));
    std::vector<double> season(periods);
    for (std::size_t t = 0; t < periods && a_year > 1; ++t)
        season[t] = definition.season * std::sin(2 * std::numbers::pi * static_cast<double>(t) / a_year);

    Chance chance{m_workload.seed, measure + 1};
    Figures result{std::vector<double>(m_workload.leaves * group_count * periods),
                   std::vector<double>(m_workload.leaves * group_count * periods)};
    for (std::size_t leaf = 0; leaf < m_workload.leaves; ++leaf) {
        auto const habit = habit_of(m_workload, chance);
        for (std::size_t t = definition.start; t < periods; ++t) {
            if (m_workload.reported < 1 && chance.uniform() > m_workload.reported) continue;
            std::array<domain::Counts, group_count> counts;
            auto const level =
                habit.level + habit.drift * static_cast<double>(t) + season[t] + (t >= habit.step_at ? habit.step : 0);
            for (std::size_t group = 1; group < group_count; ++group)
                counts[group] = drawn(definition, m_people[leaf], level + habit.group[group], habit.noise, chance);
            counts[0] = together(definition.kind, counts[1], counts[2]);
            for (std::size_t group = 0; group < group_count; ++group) {
                auto const at = (leaf * group_count + group) * periods + t;
                result.numerators[at] = counts[group].numerator;
                result.denominators[at] = counts[group].denominator;
            }
        }
    }
    return result;
}

} // namespace rodtrad::bench
