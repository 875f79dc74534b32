#pragma once

#include "study/measure_study.hpp"
#include "study/methods/multiple_testing.hpp"

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
    bool is_main = true; // of totals, women or men
    // Change, neighbour: p for "all units directly below changed by as much". Nothing where there are not two to
    // compare.
    std::optional<double> p_children_alike;
    // Change, neighbour: units below that moved with it as a common shift, and have it taken away from what is their
    // own.
    std::uint32_t moved_below = 0;

    bool is_rule() const { return !finding.p; }
};

// A test in a group that is looked at under a confirmed total only.
struct SubgroupTest {
    FindingKind kind = FindingKind::change;
    UnitIndex unit;
    GroupIndex group;
    double p = 1;
};

// The main tests of one kind in one measure: how many were made, and each p that may come to matter, ascending.
struct TestsMade {
    std::size_t count = 0;
    std::vector<double> small; // p ≤ widest_q
};

// Everything that the lenses saw in one measure: every test with its p, and the deviations that may come of them.
class Evidence {
public:
    explicit Evidence(MeasureStudy const& study);

    // Adjusted for being many, p only grows: of a test with a larger p than this a lens need not tell more than that it
    // was made.
    static constexpr double widest_p = widest_q;

    // A test whose p is above widest_p.
    void count(FindingKind kind, GroupStudy const& group, UnitIndex unit);
    // A test whose finding is not to be shown, whatever its p.
    void count(FindingKind kind, GroupStudy const& group, UnitIndex unit, double p);
    // A test whose p is finding.p. Where it may still come to be shown the finding is kept, and returned as a candidate
    // to be told more of; valid until the next call.
    Candidate* add_test(GroupStudy const& group, Finding const& finding);

    // A rule without a p of its own saw something.
    void add_rule(GroupStudy const& group, Finding const& finding);

    // All that another lens saw in the same measure.
    void take(Evidence const& other);
    // The last word of the lenses.
    void settle();

    TestsMade const& tests(FindingKind kind) const { return m_tests[static_cast<std::size_t>(kind)]; }
    std::vector<SubgroupTest> const& subgroup_tests() const { return m_subgroup_tests; }
    std::vector<Candidate> const& candidates() const { return m_candidates; }
    // The places among candidates() of the main tests of a kind, by p: who looks for small ones need not look at the
    // others.
    struct Ranked {
        double p = 0;
        std::uint32_t candidate = 0;
    };
    std::vector<Ranked> const& by_p(FindingKind kind) const { return m_by_p[static_cast<std::size_t>(kind)]; }

    // A test was made of the series in this main group; says how the follow-up counts it.
    void looked_at(GroupStudy const& group, UnitIndex unit) { m_is_checked[group.slot][unit.value()] = 1; }
    bool is_checked(GroupStudy const& group, UnitIndex unit) const {
        return m_is_checked[group.slot][unit.value()] != 0;
    }
    // Series that were looked at is counted; which they were is no longer needed.
    void forget_series() { m_is_checked = {}; }

private:
    std::array<TestsMade, finding_kinds> m_tests;
    std::vector<SubgroupTest> m_subgroup_tests;
    std::vector<Candidate> m_candidates;
    std::array<std::vector<Ranked>, finding_kinds> m_by_p;
    std::vector<std::vector<std::uint8_t>> m_is_checked; // [slot][unit]
};

// The smallest effect that is shown. A spread is the distance between the tenths at either end, and must be twice as
// large as a difference from one reference (STATISTICS M9).
double threshold(Finding const& finding);

// How many times the threshold, at most 10.
double times_threshold(Finding const& finding);

} // namespace rodtrad::study
