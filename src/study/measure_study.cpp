#include "study/measure_study.hpp"

#include "study/calendar.hpp"
#include "study/judgement.hpp"
#include "study/methods/countable.hpp"
#include "study/methods/modified_z.hpp"
#include "study/parallel.hpp"
#include "study/rebase.hpp"
#include "study/season.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

namespace rodtrad::study {

namespace {

constexpr double mad_to_deviation = 1 / 0.6745;
constexpr double mean_deviation_to_deviation = 1.253314;

std::size_t periods_until(Cube const& cube, std::optional<domain::Period> as_of) {
    auto end = cube.periods();
    while (as_of && end > 0 && last_month(cube.period(end - 1)) > last_month(*as_of)) --end;
    return end;
}

bool is_main(domain::Group const& group) {
    return group.kind == domain::GroupKind::total || group.kind == domain::GroupKind::sex;
}

double robust_deviation(std::vector<double> const& values) {
    auto const scale = peer_scale(values);
    return scale.mad > 0 ? scale.mad * mad_to_deviation : scale.mean_deviation * mean_deviation_to_deviation;
}

} // namespace

MeasureStudy::MeasureStudy(Dataset const& data, Frame const& frame, MeasureIndex index,
                           std::optional<domain::Period> as_of, int threads)
    : m_data{data}, m_frame{frame}, m_index{index}, m_measure_data{data.measures[index]},
      m_targets{m_measure_data, data}, m_end{periods_until(cube(), as_of)} {
    std::vector<std::optional<GroupStudy>> groups(cube().groups().size());
    for_each_in_parallel(groups.size(), threads, [&](std::size_t slot) { groups[slot] = group_study(slot); });
    for (auto& group : groups) {
        m_groups.push_back(*std::move(group));
        auto const& figures = m_groups.back().figures;
        for (UnitIndex unit; unit.value() < figures.units(); unit = unit.next())
            m_newest = std::max(m_newest, figures.last_time(unit));
    }
    std::ranges::sort(m_groups, {}, [](GroupStudy const& study) { return std::pair{!study.is_main, study.slot}; });
    auto const position_of = [&](std::string_view code) {
        auto const has_code = [&](GroupStudy const& study) { return data.groups[study.group].code == code; };
        return static_cast<std::size_t>(std::ranges::find_if(m_groups, has_code) - m_groups.begin());
    };
    auto const women = position_of(domain::women_group);
    auto const men = position_of(domain::men_group);
    if (women < m_groups.size() && men < m_groups.size()) m_women_and_men = {women, men};
    m_min_effect = measure().min_effect.value_or(default_min_effect());
}

MeasureStudy::MeasureStudy(Dataset const& data, Frame const& frame, MeasureIndex index,
                           std::optional<domain::Period> as_of, GroupIndex group, Known const& known)
    : m_data{data}, m_frame{frame}, m_index{index}, m_measure_data{data.measures[index]},
      m_targets{m_measure_data, data}, m_end{periods_until(cube(), as_of)}, m_min_effect{known.min_effect} {
    m_groups.push_back(group_study(*cube().slot_of(group), known.season));
    if (known.newest) m_newest = cube().time_of(*known.newest);
}

GroupStudy MeasureStudy::group_study(std::size_t slot, std::optional<std::vector<double>> known_season) const {
    auto const group = cube().groups()[slot];
    GroupStudy study{group, slot, is_main(m_data.groups[group]), series_of(m_measure_data, slot, m_end), {}, {}, {}};
    if (known_season) {
        study.season = std::move(*known_season);
    } else if (m_end > 0) {
        study.season = season_of(study.figures, cube().period(0).periodicity());
    }
    auto const starts = segment_starts(m_measure_data, m_data, group, m_end);
    if (study.is_season_adjusted() || !starts.empty()) {
        study.adjusted = study.figures;
        adjust(*study.adjusted, study.season);
        begin_at(*study.adjusted, starts);
    }
    chart_sweep(study.levels().plane(), m_end, study.chart);
    return study;
}

std::optional<domain::Period> MeasureStudy::newest() const {
    if (!m_newest) return {};
    return cube().period(*m_newest);
}

// One percentage point for a share, and a fifth of how far units usually are apart. Fewer than three units say nothing
// of that, and a fifth of how far all the figures of the measure are apart serves instead.
double MeasureStudy::default_min_effect() const {
    auto const least = measure().kind == domain::ValueKind::proportion ? 0.01 * measure().multiplier : 0.0;
    std::vector<double> current;
    if (m_groups.empty()) return least;
    auto const& series = m_groups.front().figures;
    for (UnitIndex unit; unit.value() < series.units(); unit = unit.next())
        if (auto const t = current_time(series, unit)) current.push_back(series.at(*t, unit));
    if (current.size() < 3) {
        current.clear();
        for (std::size_t t = 0; t < m_end; ++t)
            std::ranges::copy_if(series.plane().units_of(t), std::back_inserter(current),
                                 [](double value) { return !std::isnan(value); });
    }
    if (current.empty()) return least;
    return std::max(least, 0.2 * robust_deviation(current));
}

std::optional<domain::Counts> MeasureStudy::counts(std::size_t slot, std::size_t t, UnitIndex unit) const {
    auto const counts = cube().counts(cube().at(slot, t, unit));
    auto const is_share = measure().kind == domain::ValueKind::proportion;
    if (std::isnan(counts.denominator) || (is_share ? fault_in_share(counts) : fault_in_rate(counts))) return {};
    return counts;
}

Finding MeasureStudy::finding(FindingKind kind, GroupStudy const& group, UnitIndex unit, std::size_t t) const {
    Finding result;
    result.kind = kind;
    result.measure = m_index;
    result.unit = unit;
    result.group = group.group;
    result.period = cube().period(t);
    result.min_effect = m_min_effect;
    return result;
}

void MeasureStudy::measure_up(Finding& finding, double value, double reference) const {
    finding.value = value;
    finding.reference = reference;
    finding.effect = value - reference;
    finding.judgement = judged(measure().polarity, value, reference);
    auto const counts_people =
        measure().kind == domain::ValueKind::proportion || measure().kind == domain::ValueKind::rate;
    if (!counts_people || measure().multiplier <= 0) return;
    auto const slot = *cube().slot_of(finding.group);
    if (auto const behind = counts(slot, *cube().time_of(finding.period), finding.unit))
        finding.people = std::abs(finding.effect) * behind->denominator / measure().multiplier;
}

} // namespace rodtrad::study
