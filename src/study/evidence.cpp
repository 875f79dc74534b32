#include "study/evidence.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

Evidence::Evidence(MeasureStudy const& study, double p_limit)
    : m_p_limit{p_limit}, m_is_checked(study.cube().groups().size(), std::vector<bool>(study.cube().units())) {}

std::size_t Evidence::register_test(GroupStudy const& group, Finding const& finding) {
    looked_at(group, finding.unit);
    if (group.is_main) {
        auto& tests = m_main_tests[static_cast<std::size_t>(finding.kind)];
        tests.push_back(finding.p);
        return tests.size() - 1;
    }
    m_subgroup_tests.push_back({finding.kind, finding.unit, finding.group, finding.p});
    return m_subgroup_tests.size() - 1;
}

Candidate* Evidence::add_test(GroupStudy const& group, Finding const& finding) {
    auto const position = register_test(group, finding);
    if (is_hopeless(finding.p)) return nullptr;
    return &m_candidates.emplace_back(Candidate{finding, position, group.is_main, {}, 0});
}

void Evidence::add_rule(GroupStudy const& group, Finding const& finding) {
    looked_at(group, finding.unit);
    m_candidates.push_back({finding, {}, group.is_main, {}, 0});
}

double threshold(Finding const& finding) {
    return finding.kind == FindingKind::spread ? 2 * finding.min_effect : finding.min_effect;
}

double times_threshold(Finding const& finding) {
    constexpr double most = 10;
    auto const effect = std::abs(finding.effect);
    auto const least = threshold(finding);
    if (least <= 0) return effect > 0 ? most : 0;
    return std::min(effect / least, most);
}

} // namespace rodtrad::study
