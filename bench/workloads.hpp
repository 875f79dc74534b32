#pragma once

#include "domain/measure.hpp"
#include "domain/period.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rodtrad::bench {

// What is followed up: how large, and how it hangs together. The figures are invented from a fixed seed, and those of a
// measure are the same whatever the number of measures.
struct Workload {
    std::string name;
    std::uint64_t seed = 0;
    std::size_t measures = 0;
    std::size_t leaves = 0;
    std::vector<std::size_t> nodes; // above the leaves, on each level from the root
    std::size_t cohorts = 0;        // kinds of operation, spread over the leaves
    std::size_t periods = 0;
    domain::Period first = domain::Period::make(domain::Periodicity::year, 2005);
    std::size_t latest_start = 0; // a measure begins in one of the periods before this one
    double reported = 1;          // share of the figures that exist from then on
    double usual_people = 0;      // behind a figure of all: median over the leaves,
    double spread_of_people = 0;  // and standard deviation of its logarithm
};

// One city: 1,500 units under 500 nodes, in 6 levels in all, × 60 measures × 36 months × 3 groups, all reported.
Workload city(double size);
// A whole country, shaped as Kolada: 311 areas × 5,000 measures × 20 years × 3 groups, 60 % of it reported.
Workload country(double size);

inline constexpr std::size_t group_count = 3; // all, women, men

// The figures of one measure: [leaf][group][period], denominator 0 where there is none.
struct Figures {
    std::vector<double> numerators;
    std::vector<double> denominators;
};

class Generator {
public:
    explicit Generator(Workload workload);

    Workload const& workload() const { return m_workload; }

    Figures figures(std::size_t measure) const;
    std::size_t cohort_of(std::size_t leaf) const { return m_cohorts[leaf]; }
    // The first leaf of each node on a level; a node ends where the next begins.
    std::vector<std::size_t> const& starts(std::size_t level) const { return m_starts[level]; }
    // The node over a leaf, by its place on the level.
    std::size_t above(std::size_t leaf, std::size_t level) const;

    struct Definition {
        domain::ValueKind kind = domain::ValueKind::proportion;
        int polarity = 0;      // +1, −1 or 0
        double target = 0;     // NaN for none
        double level = 0;      // what is usual
        double season = 0;     // the year's wave, as a share of that
        std::size_t start = 0; // the first period with figures
    };
    Definition const& definition(std::size_t measure) const { return m_definitions[measure]; }

private:
    Workload m_workload;
    std::vector<std::vector<std::size_t>> m_starts; // [level][node]: its first leaf
    std::vector<std::size_t> m_cohorts;
    std::vector<double> m_people;
    std::vector<Definition> m_definitions;
};

} // namespace rodtrad::bench
