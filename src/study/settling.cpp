#include "study/settling.hpp"

#include "study/judgement.hpp"
#include "study/methods/multiple_testing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace rodtrad::study {

namespace {

using Family = std::pair<UnitIndex, FindingKind>;

Family family_of(Finding const& finding) { return {finding.unit, finding.kind}; }

class Settling {
public:
    Settling(Dataset const& data, MeasureIndex measure, Evidence const& evidence, double q_limit)
        : m_evidence{evidence}, m_is_neutral{is_neutral(data.measures[measure].measure.polarity)},
          m_total{data.find_group(domain::total_group)}, m_q_limit{q_limit} {}

    Settled run(BatchQ const& batch_q) {
        settle_main_tests(batch_q);
        settle_subgroup_tests();
        settle_rules();
        return std::move(m_result);
    }

private:
    void settle_main_tests(BatchQ const& batch_q) {
        std::array<std::vector<std::optional<double>>, finding_kinds> measure_q;
        for (auto candidate : m_evidence.candidates()) {
            auto& finding = candidate.finding;
            if (!candidate.test || !candidate.is_main || times_threshold(finding) < 1) continue;
            auto const kind = static_cast<std::size_t>(finding.kind);
            finding.q = batch_q[kind][*candidate.test];
            if (*finding.q <= m_q_limit) {
                confirm(candidate);
            } else if (!m_is_neutral) {
                if (measure_q[kind].empty()) measure_q[kind] = benjamini_hochberg(m_evidence.main_tests(finding.kind));
                if (*measure_q[kind][*candidate.test] <= m_q_limit) m_result.findings.push_back(candidate);
            }
        }
    }

    void confirm(Candidate& candidate) {
        candidate.finding.certainty = Certainty::confirmed;
        m_result.findings.push_back(candidate);
        if (candidate.finding.group == m_total) m_confirmed_totals.insert(family_of(candidate.finding));
    }

    void settle_subgroup_tests() {
        std::map<Family, std::vector<std::size_t>> families; // under a confirmed total: positions among the tests
        std::set<std::pair<UnitIndex, GroupIndex>> series;
        auto const& tests = m_evidence.subgroup_tests();
        for (std::size_t i = 0; i < tests.size(); ++i) {
            Family const family{tests[i].unit, tests[i].kind};
            if (!m_confirmed_totals.contains(family)) continue;
            families[family].push_back(i);
            series.emplace(tests[i].unit, tests[i].group);
        }
        m_result.subgroup_series = series.size();

        std::map<std::size_t, std::optional<double>> q_of_test;
        for (auto const& [family, positions] : families) {
            std::vector<std::optional<double>> p;
            for (auto const i : positions) p.push_back(tests[i].p);
            auto const q = benjamini_hochberg(p);
            for (std::size_t i = 0; i < positions.size(); ++i) q_of_test[positions[i]] = q[i];
        }
        for (auto candidate : m_evidence.candidates()) {
            if (!candidate.test || candidate.is_main || times_threshold(candidate.finding) < 1) continue;
            auto const q = q_of_test.find(*candidate.test);
            if (q == q_of_test.end() || *q->second > m_q_limit) continue;
            candidate.finding.q = q->second;
            candidate.finding.certainty = Certainty::confirmed;
            m_result.findings.push_back(candidate);
        }
    }

    // A rule is heard where no test of the same series had anything to say.
    void settle_rules() {
        std::set<std::pair<Family, GroupIndex>> said;
        for (auto const& candidate : m_result.findings)
            said.emplace(family_of(candidate.finding), candidate.finding.group);
        for (auto const& candidate : m_evidence.candidates())
            if (!candidate.test && !m_is_neutral &&
                !said.contains({family_of(candidate.finding), candidate.finding.group}))
                m_result.findings.push_back(candidate);
    }

    Evidence const& m_evidence;
    bool m_is_neutral;
    std::optional<GroupIndex> m_total;
    double m_q_limit;
    std::set<Family> m_confirmed_totals;
    Settled m_result;
};

} // namespace

Settled settled(Dataset const& data, MeasureIndex measure, Evidence const& evidence, BatchQ const& batch_q,
                double q_limit) {
    return Settling{data, measure, evidence, q_limit}.run(batch_q);
}

} // namespace rodtrad::study
