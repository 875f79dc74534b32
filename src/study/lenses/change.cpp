#include "study/children_alike.hpp"
#include "study/common_shift.hpp"
#include "study/judgement.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/step_test.hpp"
#include "study/methods/xmr.hpp"

#include <cmath>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_for_limits = 13; // below it the limits of M1 are preliminary

// The chart's mean, where the last point breaks a rule of M1 in the adverse direction. `cause` is what the sweep of the
// charts saw.
std::optional<double> mean_departed_from(SeriesTable const& levels, UnitIndex unit, double cause,
                                         domain::Polarity const& polarity) {
    if (cause == 0 || levels.length(unit) < fewest_for_limits || is_neutral(polarity)) return {};
    if (auto const* better = std::get_if<domain::Direction>(&polarity))
        if (cause == (*better == domain::Direction::higher_is_better ? 1 : -1)) return {};
    auto const values = levels.values(unit);
    XmrSettings settings;
    settings.improvement = improvement_of(polarity, mean_of(values));
    auto const last = xmr(values, settings).points.back();
    auto const is_concern = last.type == PointType::concern ||
                            (settings.improvement == Improvement::neutral && last.cause != SpecialCause::none);
    if (!is_concern) return {};
    return last.mean;
}

class ChangeLens {
public:
    ChangeLens(MeasureStudy const& study, GroupStudy const& group, Evidence& evidence)
        : m_study{study}, m_group{group}, m_levels{group.levels()}, m_evidence{evidence},
          m_tests{m_levels.plane(), study.end(), StepFamily::Lenders::unstepped},
          m_small{m_tests.within(Evidence::widest_p)}, m_shift{common_shift(study, m_levels, m_tests, m_small)} {
        if (!m_shift) return;
        m_rest_tests.emplace(m_shift->rest.plane(), study.end(), StepFamily::Lenders::unstepped);
        m_small = m_rest_tests->within(Evidence::widest_p);
    }

    void look_at_steps() {
        auto const& tests = m_rest_tests ? *m_rest_tests : m_tests;
        auto small = m_small.begin();
        for (UnitIndex unit; unit.value() < m_levels.units(); unit = unit.next()) {
            auto const is_small = small != m_small.end() && small->unit == unit.value();
            auto const test = is_small ? small++->test : StepTest{};
            auto const t = m_study.current_time(m_levels, unit);
            if (!t) continue;
            if (is_top(unit)) {
                if (m_tests.is_tested(unit.value())) look_at(unit, *t, *m_tests.test(unit.value()), false);
            } else if (is_small) {
                look_at(unit, *t, test, m_shift.has_value());
            } else if (tests.is_tested(unit.value())) {
                m_evidence.count(FindingKind::change, m_group, unit);
            }
        }
    }

    // The charts' own word. Where many break theirs, as all do when prices rise, only those are heard that would
    // without what all did.
    void look_at_charts() {
        auto const& polarity = m_study.measure().polarity;
        if (is_neutral(polarity)) return;
        std::vector<Finding> concerns;
        std::size_t asked = 0;
        std::size_t alike = 0;
        for (UnitIndex unit; unit.value() < m_levels.units(); unit = unit.next()) {
            auto const t = m_study.current_time(m_levels, unit);
            if (!t || m_levels.length(unit) < fewest_for_limits) continue;
            auto const is_delivered = m_levels.origin(unit) == Origin::delivered;
            asked += is_delivered ? 1 : 0;
            auto const mean = mean_departed_from(m_levels, unit, m_group.chart.cause[unit.value()], polarity);
            if (!mean) continue;
            alike += is_delivered ? 1 : 0;
            concerns.push_back(concern(unit, *t, *mean));
        }
        std::optional<SeriesTable> rest;
        if (m_shift) {
            rest = m_shift->rest;
        } else if (is_movement_of_all(alike, asked)) {
            rest = without_common_movement(m_levels);
        }
        ChartSums charts;
        if (rest) chart_sweep(rest->plane(), m_study.end(), charts);
        for (auto const& finding : concerns)
            if (!rest || tells_of_all(finding.unit) ||
                mean_departed_from(*rest, finding.unit, charts.cause[finding.unit.value()], polarity))
                m_evidence.add_rule(m_group, finding);
    }

private:
    // `is_beside_shift`: what all did has been taken away from the series that was tested.
    void look_at(UnitIndex unit, std::size_t t, StepTest const& step, bool is_beside_shift) {
        if (step.p > Evidence::widest_p) {
            m_evidence.count(FindingKind::change, m_group, unit, step.p);
            return;
        }
        auto const k = step.best;
        auto const values = m_levels.values(unit);
        auto finding = m_study.finding(FindingKind::change, m_group, unit, t);
        auto const after = mean_of(std::span{values}.last(k));
        m_study.measure_up(finding, after, is_beside_shift ? after - step.effect() : step.before);
        finding.p = step.p;
        finding.n = values.size();
        finding.since = m_study.cube().period(m_levels.time_from_last(unit, k));
        finding.is_season_adjusted = m_group.is_season_adjusted();
        if (is_beside_shift) finding.common_change = step_of(values, k) - step.effect();
        auto* candidate = m_evidence.add_test(m_group, finding);
        if (candidate == nullptr) return;
        candidate->p_children_alike = p_children_alike(m_study, m_levels, m_tests, unit, k);
        if (m_shift && !is_beside_shift) candidate->moved_below = m_shift->moved;
    }

    Finding concern(UnitIndex unit, std::size_t t, double mean) const {
        auto finding = m_study.finding(FindingKind::change, m_group, unit, t);
        m_study.measure_up(finding, m_levels.at(t, unit), mean);
        finding.judgement = Judgement::worse;
        finding.n = m_levels.length(unit);
        finding.is_season_adjusted = m_group.is_season_adjusted();
        return finding;
    }

    bool is_top(UnitIndex unit) const { return m_shift && m_shift->top && *m_shift->top == unit; }

    // What all did is told at the unit above them, or at each that sums up some of them where none was singled out.
    bool tells_of_all(UnitIndex unit) const {
        return m_shift ? is_top(unit) : m_levels.origin(unit) == Origin::aggregated;
    }

    MeasureStudy const& m_study;
    GroupStudy const& m_group;
    SeriesTable const& m_levels;
    Evidence& m_evidence;
    StepFamily m_tests;
    std::vector<StepFamily::OfUnit> m_small; // tests that may come to matter, of what is beside a common shift
    std::optional<CommonShift> m_shift;
    std::optional<StepFamily> m_rest_tests;
};

} // namespace

void look_for_changes(MeasureStudy const& study, Evidence& evidence) {
    for (auto const& group : study.groups()) {
        ChangeLens lens{study, group, evidence};
        lens.look_at_steps();
        if (group.is_main) lens.look_at_charts();
    }
}

} // namespace rodtrad::study
