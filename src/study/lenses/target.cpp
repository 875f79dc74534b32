#include "study/judgement.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/target_test.hpp"
#include "study/methods/xmr.hpp"

#include <cmath>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_for_assurance = 8; // STATISTICS M1: below it a chart says nothing of its target

// What is aimed at, and which way it is met.
struct Aim {
    double target = 0;
    Wanted wanted = Wanted::at_least;
};

Wanted opposite(Wanted wanted) { return wanted == Wanted::at_least ? Wanted::at_most : Wanted::at_least; }

// The nearer end of a wanted range, which is its own target, or the target that is in force.
std::optional<Aim> aim_of(domain::Polarity const& polarity, domain::Target const* target, double value) {
    if (auto const* range = std::get_if<domain::WantedRange>(&polarity)) {
        if (value < range->low) return Aim{range->low, Wanted::at_least};
        if (value > range->high) return Aim{range->high, Wanted::at_most};
        return std::abs(value - range->low) < std::abs(range->high - value) ? Aim{range->low, Wanted::at_least}
                                                                            : Aim{range->high, Wanted::at_most};
    }
    if (target == nullptr || is_neutral(polarity)) return {};
    auto const aim = target->target ? target->target : target->floor;
    if (!aim) return {};
    auto const higher_is_better = std::get<domain::Direction>(polarity) == domain::Direction::higher_is_better;
    return Aim{*aim, higher_is_better ? Wanted::at_least : Wanted::at_most};
}

// One-sided p for "the aim is met", where there are counts to test it by.
std::optional<double> p_met(domain::Measure const& measure, std::optional<domain::Counts> counts, Aim aim) {
    if (!counts || measure.multiplier <= 0) return {};
    auto const target = aim.target / measure.multiplier;
    if (measure.kind == domain::ValueKind::proportion) {
        if (auto const p = proportion_target_p(*counts, target, aim.wanted)) return *p;
    } else if (measure.kind == domain::ValueKind::rate && counts->numerator == std::floor(counts->numerator)) {
        if (auto const p = rate_target_p(*counts, target, aim.wanted)) return *p;
    }
    return {};
}

// The chart's own word, for figures without counts: the target lies beyond what the process does as it is.
bool fails_steadily(GroupStudy const& group, UnitIndex unit, Aim aim) {
    constexpr double nearly_reach = 2.6; // limits are 2.66 ranges from the mean; xmr has the last word
    auto const mean = group.chart.mean[unit.value()];
    auto const reach = nearly_reach * group.chart.range[unit.value()];
    if (aim.wanted == Wanted::at_least ? aim.target < mean + reach : aim.target > mean - reach) return false;
    XmrSettings settings;
    settings.improvement = aim.wanted == Wanted::at_least ? Improvement::increase : Improvement::decrease;
    settings.target = aim.target;
    return xmr(group.levels().values(unit), settings).assurance == Assurance::consistent_fail;
}

class TargetLens {
public:
    TargetLens(MeasureStudy const& study, Evidence& evidence) : m_study{study}, m_evidence{evidence} {}

    void look_at(GroupStudy const& group, UnitIndex unit, std::size_t t) {
        auto const* target = m_study.targets().find(unit, group.group, m_study.cube().period(t));
        auto const value = group.figures.at(t, unit);
        auto const aim = aim_of(m_study.measure().polarity, target, value);
        if (!aim) return;
        auto const counts = m_study.counts(group.slot, t, unit);
        if (auto const p = p_met(m_study.measure(), counts, *aim)) {
            test(group, unit, t, *p, value, aim->target, Judgement::worse);
            look_for_stretch(group, unit, t, value, target, counts, aim->wanted);
        } else if (auto const points = group.levels().length(unit); group.is_main && points >= fewest_for_assurance) {
            m_evidence.looked_at(group, unit);
            if (judged(polarity(), value, aim->target) != Judgement::worse || !fails_steadily(group, unit, *aim))
                return;
            auto finding = m_study.finding(FindingKind::target, group, unit, t);
            m_study.measure_up(finding, value, aim->target);
            finding.n = points;
            m_evidence.add_rule(group, finding);
        }
    }

private:
    // To meet a target is what was expected; to pass what one only hoped for is something to learn from.
    void look_for_stretch(GroupStudy const& group, UnitIndex unit, std::size_t t, double value,
                          domain::Target const* target, std::optional<domain::Counts> counts, Wanted wanted) {
        if (target == nullptr || !target->stretch || std::holds_alternative<domain::WantedRange>(polarity())) return;
        if (auto const p = p_met(m_study.measure(), counts, {*target->stretch, opposite(wanted)}))
            test(group, unit, t, *p, value, *target->stretch, Judgement::better);
    }

    void test(GroupStudy const& group, UnitIndex unit, std::size_t t, double p, double value, double aim,
              Judgement judgement) {
        if (p > Evidence::widest_p) {
            m_evidence.count(FindingKind::target, group, unit, p);
            return;
        }
        auto finding = m_study.finding(FindingKind::target, group, unit, t);
        finding.n = group.figures.length(unit);
        m_study.measure_up(finding, value, aim);
        finding.p = p;
        finding.judgement = judgement;
        m_evidence.add_test(group, finding);
    }

    domain::Polarity const& polarity() const { return m_study.measure().polarity; }

    MeasureStudy const& m_study;
    Evidence& m_evidence;
};

} // namespace

void look_for_missed_targets(MeasureStudy const& study, Evidence& evidence) {
    auto const is_range = std::holds_alternative<domain::WantedRange>(study.measure().polarity);
    if (study.targets().empty() && !is_range) return;
    TargetLens lens{study, evidence};
    for (auto const& group : study.groups())
        for (std::size_t u = 0; u < group.figures.units(); ++u)
            if (auto const t = study.current_time(group.figures, UnitIndex{u})) lens.look_at(group, UnitIndex{u}, *t);
}

} // namespace rodtrad::study
