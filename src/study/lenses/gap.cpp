#include "study/judgement.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/countable.hpp"
#include "study/methods/step_test.hpp"
#include "study/methods/two_groups.hpp"

#include <cmath>

namespace rodtrad::study {

namespace {

bool is_whole(domain::Counts counts) {
    return counts.numerator == std::floor(counts.numerator) && counts.denominator == std::floor(counts.denominator);
}

// Two-sided p for "women's and men's figures are the same but for chance", where there are counts to test it by.
std::optional<double> p_equal(domain::ValueKind kind, domain::Counts women, domain::Counts men) {
    if (kind == domain::ValueKind::proportion && is_whole(women) && is_whole(men)) {
        if (!fault_in_share(women) && !fault_in_share(men)) return equal_proportions_p(women, men);
    } else if (kind == domain::ValueKind::rate && is_whole({women.numerator, 0}) && is_whole({men.numerator, 0})) {
        if (!fault_in_rate(women) && !fault_in_rate(men)) return equal_rates_p(women, men);
    }
    return {};
}

void look_at_levels(MeasureStudy const& study, SeriesTable const& gaps, Evidence& evidence) {
    auto const& women = *study.women();
    auto const& men = *study.men();
    for (UnitIndex unit; unit.value() < gaps.units(); unit = unit.next()) {
        auto const t = study.current_time(gaps, unit);
        if (!t) continue;
        auto const of_women = study.counts(women.slot, *t, unit);
        auto const of_men = study.counts(men.slot, *t, unit);
        if (!of_women || !of_men) continue;
        auto const p = p_equal(study.measure().kind, *of_women, *of_men);
        if (!p) continue;
        if (*p > Evidence::widest_p) {
            evidence.count(FindingKind::gap, women, unit, *p);
            continue;
        }
        auto finding = study.finding(FindingKind::gap, women, unit, *t);
        study.measure_up(finding, women.figures.at(*t, unit), men.figures.at(*t, unit));
        finding.judgement = judged_as_adverse(study.measure().polarity);
        finding.p = p;
        finding.n = gaps.length(unit);
        evidence.add_test(women, finding);
    }
}

// Value and reference are gaps here, and nearer to 0 is better whichever way the measure itself is turned.
void look_at_changes(MeasureStudy const& study, SeriesTable const& gaps, Evidence& evidence) {
    auto const& women = *study.women();
    StepFamily const family{gaps.plane(), study.end(), StepFamily::Lenders::unstepped};
    auto const tests = family.within(Evidence::widest_p);
    auto small = tests.begin();
    for (UnitIndex unit; unit.value() < gaps.units(); unit = unit.next()) {
        auto const is_small = small != tests.end() && small->unit == unit.value();
        auto const step = is_small ? small++->test : StepTest{};
        auto const t = study.current_time(gaps, unit);
        if (!t || !family.is_tested(unit.value())) continue;
        if (!is_small) {
            evidence.count(FindingKind::gap, women, unit);
            continue;
        }
        auto finding = study.finding(FindingKind::gap, women, unit, *t);
        study.measure_up(finding, step.after, step.before);
        if (!is_neutral(study.measure().polarity))
            finding.judgement = judged(domain::WantedRange{0, 0}, step.after, step.before);
        finding.p = step.p;
        finding.n = gaps.length(unit);
        finding.since = study.cube().period(gaps.time_from_last(unit, step.best));
        finding.is_season_adjusted = women.is_season_adjusted() || study.men()->is_season_adjusted();
        evidence.add_test(women, finding);
    }
}

} // namespace

void look_for_gaps(MeasureStudy const& study, Evidence& evidence) {
    if (study.women() == nullptr) return;
    look_at_levels(study, gaps_between(study.women()->figures, study.men()->figures), evidence);
    look_at_changes(study, gaps_between(study.women()->levels(), study.men()->levels()), evidence);
}

} // namespace rodtrad::study
