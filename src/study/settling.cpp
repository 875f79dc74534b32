#include "study/settling.hpp"

#include "study/judgement.hpp"
#include "study/methods/multiple_testing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace rodtrad::study {

namespace {

using Family = std::pair<UnitIndex, FindingKind>;

Family family_of(Finding const& finding) { return {finding.unit, finding.kind}; }

FalseDiscoveries over_the_measure(TestsMade const& tests) {
    std::span<double const> const small{tests.small};
    return {std::span{&small, 1}, tests.count};
}

class Settling {
public:
    Settling(Dataset const& data, MeasureIndex measure, std::vector<Evidence const*> evidence, double q_limit)
        : m_evidence{std::move(evidence)}, m_is_neutral{is_neutral(data.measures[measure].measure.polarity)},
          m_total{data.find_group(domain::total_group)}, m_q_limit{q_limit} {}

    Settled run(Batch const& batch) {
        for (auto const* evidence : m_evidence) settle_main_tests(*evidence, batch);
        for (auto const* evidence : m_evidence) settle_subgroup_tests(*evidence);
        settle_rules();
        return std::move(m_result);
    }

private:
    void settle_main_tests(Evidence const& evidence, Batch const& batch) {
        for (std::size_t kind = 0; kind < finding_kinds; ++kind) {
            auto const& tests = evidence.tests(static_cast<FindingKind>(kind));
            if (tests.count == 0) continue;
            std::optional<FalseDiscoveries> of_measure;
            if (!m_is_neutral) of_measure = over_the_measure(tests);
            auto const largest_p = std::max(batch[kind]->largest_p(), of_measure ? of_measure->largest_p() : 0);
            std::size_t in_batch = 0;
            std::size_t in_measure = 0;
            for (auto const& [p, at] : evidence.by_p(static_cast<FindingKind>(kind))) {
                if (p > largest_p) break;
                auto const& candidate = evidence.candidates()[at];
                auto const q = batch[kind]->q(p, in_batch);
                if (q && *q <= m_q_limit) {
                    confirm(candidate, *q);
                    continue;
                }
                if (q) {
                    m_result.nearly.push_back(candidate.finding);
                    m_result.nearly.back().q = q;
                }
                if (!of_measure || of_measure->q(p, in_measure).value_or(1) > m_q_limit) continue;
                m_result.findings.push_back(candidate);
                m_result.findings.back().finding.q = q;
            }
        }
    }

    void confirm(Candidate const& candidate, double q) {
        auto& confirmed = m_result.findings.emplace_back(candidate).finding;
        confirmed.q = q;
        confirmed.certainty = Certainty::confirmed;
        if (confirmed.group == m_total) m_confirmed_totals.insert(family_of(confirmed));
    }

    void settle_subgroup_tests(Evidence const& evidence) {
        auto const& tests = evidence.subgroup_tests();
        if (tests.empty()) return;
        std::map<Family, std::vector<double>> families; // under a confirmed total
        std::set<std::pair<UnitIndex, GroupIndex>> series;
        for (auto const& test : tests) {
            Family const family{test.unit, test.kind};
            if (!m_confirmed_totals.contains(family)) continue;
            families[family].push_back(test.p);
            series.emplace(test.unit, test.group);
        }
        m_result.subgroup_series += series.size();

        std::map<Family, FalseDiscoveries> of_family;
        for (auto& [family, p] : families) {
            std::ranges::sort(p);
            std::span<double const> const all{p};
            of_family.emplace(family, FalseDiscoveries{std::span{&all, 1}, p.size()});
        }
        for (auto const& candidate : evidence.candidates()) {
            if (candidate.is_rule() || candidate.is_main) continue;
            auto const found = of_family.find(family_of(candidate.finding));
            if (found == of_family.end()) continue;
            auto const q = found->second.q(*candidate.finding.p);
            if (!q || *q > m_q_limit) continue;
            auto& confirmed = m_result.findings.emplace_back(candidate).finding;
            confirmed.q = q;
            confirmed.certainty = Certainty::confirmed;
        }
    }

    // A rule is heard where no test of the same series had anything to say.
    void settle_rules() {
        if (m_is_neutral) return;
        std::set<std::pair<Family, GroupIndex>> said;
        for (auto const& candidate : m_result.findings)
            said.emplace(family_of(candidate.finding), candidate.finding.group);
        for (auto const* evidence : m_evidence)
            for (auto const& candidate : evidence->candidates())
                if (candidate.is_rule() && !said.contains({family_of(candidate.finding), candidate.finding.group}))
                    m_result.findings.push_back(candidate);
    }

    std::vector<Evidence const*> m_evidence;
    bool m_is_neutral;
    std::optional<GroupIndex> m_total;
    double m_q_limit;
    std::set<Family> m_confirmed_totals;
    Settled m_result;
};

} // namespace

Settled settled(Dataset const& data, MeasureIndex measure, std::vector<Evidence const*> evidence, Batch const& batch,
                double q_limit) {
    return Settling{data, measure, std::move(evidence), q_limit}.run(batch);
}

} // namespace rodtrad::study
