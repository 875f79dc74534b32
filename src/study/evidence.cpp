#include "study/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace rodtrad::study {

Evidence::Evidence(MeasureStudy const& study)
    : m_is_checked(study.cube().groups().size(), std::vector<std::uint8_t>(study.cube().units())) {}

void Evidence::count(FindingKind kind, GroupStudy const& group, UnitIndex unit) { count(kind, group, unit, 1); }

void Evidence::count(FindingKind kind, GroupStudy const& group, UnitIndex unit, double p) {
    looked_at(group, unit);
    if (group.is_main) {
        auto& tests = m_tests[static_cast<std::size_t>(kind)];
        ++tests.count;
        if (p <= widest_p) tests.small.push_back(p);
    } else {
        m_subgroup_tests.push_back({kind, unit, group.group, p});
    }
}

Candidate* Evidence::add_test(GroupStudy const& group, Finding const& finding) {
    count(finding.kind, group, finding.unit, *finding.p);
    if (*finding.p > widest_p || times_threshold(finding) < 1) return nullptr;
    return &m_candidates.emplace_back(Candidate{finding, group.is_main, {}, 0});
}

void Evidence::add_rule(GroupStudy const& group, Finding const& finding) {
    looked_at(group, finding.unit);
    m_candidates.push_back({finding, group.is_main, {}, 0});
}

void Evidence::take(Evidence const& other) {
    for (std::size_t kind = 0; kind < finding_kinds; ++kind) {
        auto const& made = other.m_tests[kind];
        m_tests[kind].count += made.count;
        m_tests[kind].small.insert(m_tests[kind].small.end(), made.small.begin(), made.small.end());
    }
    m_subgroup_tests.insert(m_subgroup_tests.end(), other.m_subgroup_tests.begin(), other.m_subgroup_tests.end());
    m_candidates.insert(m_candidates.end(), other.m_candidates.begin(), other.m_candidates.end());
    for (std::size_t slot = 0; slot < m_is_checked.size(); ++slot)
        std::ranges::transform(m_is_checked[slot], other.m_is_checked[slot], m_is_checked[slot].begin(),
                               std::bit_or<std::uint8_t>{});
}

void Evidence::settle() {
    for (auto& tests : m_tests) {
        std::ranges::sort(tests.small);
        tests.small.shrink_to_fit();
    }
    m_candidates.shrink_to_fit();
    for (std::uint32_t at = 0; at < m_candidates.size(); ++at)
        if (auto const& candidate = m_candidates[at]; candidate.is_main && !candidate.is_rule())
            m_by_p[static_cast<std::size_t>(candidate.finding.kind)].push_back({*candidate.finding.p, at});
    for (auto& of_kind : m_by_p)
        std::ranges::sort(of_kind, {}, [](Ranked const& one) { return std::pair{one.p, one.candidate}; });
}

double threshold(Finding const& finding) {
    return finding.kind == FindingKind::spread ? 2 * finding.min_effect : finding.min_effect;
}

double times_threshold(Finding const& finding) {
    constexpr double most = 10;
    auto const effect = std::abs(finding.effect);
    auto const least = threshold(finding);
    if (least <= 0) return effect > 0 ? most : 0;
    auto const times = effect / least;
    return times >= 0 ? std::min(times, most) : 0; // infinite both: nothing can be said
}

} // namespace rodtrad::study
