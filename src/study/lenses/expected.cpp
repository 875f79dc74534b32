#include "study/expected.hpp"

#include "study/lenses/lenses.hpp"

namespace rodtrad::study {

namespace {

// All units of a kind in the measure's newest period, each beside what its conditions let one expect.
void look_at(MeasureStudy const& study, GroupStudy const& group, std::span<UnitIndex const> cohort,
             Evidence& evidence) {
    if (cohort.size() < fewest_to_expect_from) return;
    auto const t = *study.newest_time();
    auto const answer = expected_given_conditions(study.data(), study.index(), group.slot, t, cohort);
    if (!answer) return;
    auto const& [units, model, conditions] = *answer;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (model.p[i] > Evidence::widest_p) {
            evidence.count(FindingKind::comparison, group, units[i], model.p[i]);
            continue;
        }
        auto finding = study.finding(FindingKind::comparison, group, units[i], t);
        study.measure_up(finding, model.expected[i] + model.residual[i], model.expected[i]);
        finding.p = model.p[i];
        finding.n = units.size();
        finding.low = model.expected[i] - model.error[i];
        finding.high = model.expected[i] + model.error[i];
        finding.explained = model.explained;
        evidence.add_test(group, finding);
    }
}

} // namespace

void look_for_unexpected(MeasureStudy const& study, Evidence& evidence) {
    if (study.measure().conditions.empty() || !study.newest_time()) return;
    for (auto const& group : study.groups())
        if (group.is_main)
            for (auto const& cohort : study.peers().cohorts()) look_at(study, group, cohort, evidence);
}

} // namespace rodtrad::study
