#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace plain {

enum class Kind : std::uint8_t { share, rate, mean, index };

struct Measure {
    Kind kind = Kind::share;
    int polarity = 0;
    double target = 0; // NaN for none
};

struct Node {
    std::vector<std::size_t> leaves;   // all below
    std::vector<std::size_t> children; // nodes right below; none for the lowest, which have leaves
};

// A workload as its files say it, one series after another in memory.
struct Workload {
    static constexpr std::size_t groups = 3; // all, women, men

    std::size_t periods = 0;
    std::size_t periods_a_year = 0;
    std::vector<Measure> measures;
    std::vector<std::size_t> cohort_of; // [leaf]
    std::vector<std::vector<std::size_t>> cohorts;
    std::vector<Node> nodes;
    // [measure][leaf][group][period], NaN for none
    std::vector<double> numerators;
    std::vector<double> denominators;
    std::vector<double> values;
    std::size_t figures = 0;

    std::size_t leaves() const { return cohort_of.size(); }
    std::size_t series(std::size_t measure, std::size_t leaf, std::size_t group) const {
        return (measure * leaves() + leaf) * groups + group;
    }
    std::size_t at(std::size_t measure, std::size_t leaf, std::size_t group, std::size_t t) const {
        return series(measure, leaf, group) * periods + t;
    }
};

Workload read_workload(std::string const& folder, std::size_t periods, std::size_t periods_a_year);

} // namespace plain
