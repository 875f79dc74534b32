#pragma once

#include "job.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace plain {

enum class Finding : std::uint8_t { target, change, comparison, gap, spread };
inline constexpr std::size_t finding_kinds = 5;

// One test of one series (or, for spread, of one node).
struct Test {
    std::uint32_t measure = 0;
    std::uint32_t place = 0; // leaf, or node
    std::uint8_t group = 0;
    double p = 1;
    double effect = 0; // in the measure's unit
    double least = 0;  // effect worth talking about
    double q = 1;
};

// What the list holds beyond the job, each method as its textbook has it: season taken away, step test with noise
// borrowed from the family, test of targets, women against men, funnel or robust z among peers, spread below a node,
// and Benjamini and Hochberg over each kind.
struct List {
    std::array<std::vector<Test>, finding_kinds> tests;
    std::vector<Test> confirmed; // by size of effect
};

// After do_job.
void make_list(Workload const& workload, Answers const& answers, unsigned threads, List& list);

// Has the level changed over the last 1–4 figures? For the series of a family, whose values stand in time order.
struct Step {
    double p = 1;
    double effect = 0;
    bool is_tested = false;
};
std::vector<Step> step_tests(std::vector<std::vector<double>> const& family);

} // namespace plain
