#pragma once

#include "study/measure_study.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rodtrad::study {

inline constexpr std::size_t finding_kinds = 6; // of FindingKind

// A deviation that a lens saw, before it is known how many others were looked for.
struct Candidate {
    Finding finding;
    std::optional<std::size_t> test; // position among the tests of its kind; nothing for a rule
    bool is_main = true;             // of totals, women or men
    // Change: p for "all units directly below changed by as much". Nothing where there are not two to compare.
    std::optional<double> p_children_alike;
    // Change: units below that moved with it as a common shift, and have it taken away from what is their own.
    std::uint32_t moved_below = 0;
};

// A test in a group that is looked at under a confirmed total only.
struct SubgroupTest {
    FindingKind kind = FindingKind::change;
    UnitIndex unit;
    GroupIndex group;
    std::optional<double> p;
};

// Everything that the lenses saw in one measure: every test with its p, and the deviations that may come of them.
class Evidence {
public:
    Evidence(MeasureStudy const& study, double p_limit);

    // A test whose p is finding.p. Where it may still come to be shown the finding is kept, and returned as a candidate
    // to be told more of; valid until the next call.
    Candidate* add_test(GroupStudy const& group, Finding const& finding);

    // A test that found nothing to speak of, but one that counts among the many. Needs no more of the finding than what
    // it is about, and p where there is one.
    void count_test(GroupStudy const& group, Finding const& finding) { register_test(group, finding); }

    // Adjusted for being many, p only grows: what is above the limit stays above it.
    bool is_hopeless(std::optional<double> p) const { return p && *p > m_p_limit; }

    // A rule without a p of its own saw something.
    void add_rule(GroupStudy const& group, Finding const& finding);

    std::vector<std::optional<double>> const& main_tests(FindingKind kind) const {
        return m_main_tests[static_cast<std::size_t>(kind)];
    }
    std::vector<SubgroupTest> const& subgroup_tests() const { return m_subgroup_tests; }
    std::vector<Candidate> const& candidates() const { return m_candidates; }

    // A test was made of the series in this main group; says how the follow-up counts it.
    void looked_at(GroupStudy const& group, UnitIndex unit) { m_is_checked[group.slot][unit.value()] = true; }
    bool is_checked(GroupStudy const& group, UnitIndex unit) const { return m_is_checked[group.slot][unit.value()]; }

private:
    std::size_t register_test(GroupStudy const& group, Finding const& finding); // its position

    double m_p_limit;
    std::array<std::vector<std::optional<double>>, finding_kinds> m_main_tests;
    std::vector<SubgroupTest> m_subgroup_tests;
    std::vector<Candidate> m_candidates;
    std::vector<std::vector<bool>> m_is_checked; // [slot][unit]
};

// The smallest effect that is shown. A spread is the distance between the tenths at either end, and must be twice as
// large as a difference from one reference (STATISTICS M9).
double threshold(Finding const& finding);

// How many times the threshold, at most 10.
double times_threshold(Finding const& finding);

} // namespace rodtrad::study
