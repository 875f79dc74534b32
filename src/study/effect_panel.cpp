#include "study/effect_panel.hpp"

#include "study/calendar.hpp"
#include "study/frame.hpp"
#include "study/methods/staggered_adoption.hpp"
#include "study/rebase.hpp"
#include "study/series.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace rodtrad::study {

std::size_t EffectPanel::treated() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(starts, [](std::uint32_t start) { return start != never_treated; }));
}

std::uint32_t EffectPanel::first_start() const { return std::ranges::min(starts); }

std::uint32_t EffectPanel::last_start() const {
    std::uint32_t last = 0;
    for (auto const start : starts)
        if (start != never_treated) last = std::max(last, start);
    return last;
}

std::vector<std::uint32_t> EffectPanel::times() const {
    std::set<std::uint32_t> const all(periods.begin(), periods.end());
    return {all.begin(), all.end()};
}

void EffectPanel::add(std::uint32_t unit, std::uint32_t period, double value) {
    units.push_back(unit);
    periods.push_back(period);
    values.push_back(value);
}

namespace {

using Starts = std::map<UnitIndex, std::uint32_t>; // of the treated, on the cube's axis

// The period in which a month lies; the first one for an earlier month, one past the last for a later.
std::uint32_t time_of_month(Cube const& cube, int month) {
    std::uint32_t time = 0;
    while (time < cube.periods() && last_month(cube.period(time)) < month) ++time;
    return time;
}

Starts starts_of(Cube const& cube, std::vector<TreatedUnit> const& treated) {
    Starts starts;
    for (auto const& [unit, start] : treated) {
        auto const time = time_of_month(cube, first_month(start));
        auto const [known, is_new] = starts.emplace(unit, time);
        if (!is_new) known->second = std::min(known->second, time);
    }
    return starts;
}

std::set<UnitIndex> peers_of(Dataset const& data, domain::Measure const& measure, Starts const& treated) {
    auto const frame = frame_of(data);
    auto const& peers = frame->peers();
    std::set<UnitIndex> all;
    for (auto const& [unit, start] : treated) {
        if (auto const group = peers.group_of(unit, measure.area)) {
            auto const members = peers.members(*group, unit);
            all.insert(members.begin(), members.end());
        } else {
            auto const cohort = peers.cohort(unit);
            all.insert(cohort.begin(), cohort.end());
        }
    }
    return all;
}

// Those treated, and what is above or below them, have part in what is done.
bool has_part_in(Dataset const& data, UnitIndex unit, Starts const& treated) {
    return std::ranges::any_of(treated, [&](auto const& entry) {
        return data.is_in_branch(unit, entry.first) || data.is_in_branch(entry.first, unit);
    });
}

// One unit's figures before the end of what is looked at.
struct UnitFigures {
    std::vector<std::pair<std::uint32_t, double>> figures;
    bool has_before(std::uint32_t start) const { return !figures.empty() && figures.front().first < start; }
    bool has_after(std::uint32_t start) const { return !figures.empty() && figures.back().first >= start; }
};

// The periods in which the unit's own figures begin another level; where those of all do, what is compared does too.
std::vector<std::uint32_t> own_levels(Dataset const& data, MeasureData const& measure, GroupIndex group,
                                      UnitIndex unit) {
    std::vector<std::uint32_t> levels;
    for (auto const& mark : measure.marks) {
        if (mark.kind != domain::MarkKind::rebase || mark.unit.empty()) continue;
        if (!mark.group.empty() && mark.group != data.groups[group].code) continue;
        auto const top = data.find_unit(mark.unit);
        if (top && data.is_in_branch(unit, *top))
            levels.push_back(
                static_cast<std::uint32_t>(time_of_level(*measure.cube, mark.period, measure.cube->periods())));
    }
    return levels;
}

// Of the level that the unit has at `start`: a new way to measure is no effect.
UnitFigures figures_of(Dataset const& data, EffectRequest const& request, UnitIndex unit, std::uint32_t start,
                       std::uint32_t end) {
    auto const& measure = data.measures[request.measure];
    auto const slot = measure.cube->slot_of(request.group).value();
    auto const levels = own_levels(data, measure, request.group, unit);
    UnitFigures result;
    for (std::uint32_t t = 0; t < end; ++t) {
        if (std::ranges::any_of(levels, [&](std::uint32_t level) { return (t < level) != (start < level); })) continue;
        auto const at = measure.cube->at(slot, t, unit);
        if (is_comparable(measure, at) && std::isfinite(measure.cube->value(at)))
            result.figures.emplace_back(t, measure.cube->value(at));
    }
    return result;
}

} // namespace

Answer<EffectPanel, NoEffect> effect_panel(Dataset const& data, EffectRequest const& request) {
    auto const& measure = data.measures[request.measure];
    auto const& cube = *measure.cube;
    auto const end = request.as_of ? time_of_month(cube, last_month(*request.as_of) + 1)
                                   : static_cast<std::uint32_t>(cube.periods());

    EffectPanel panel;
    auto const add_unit = [&](UnitFigures const& of_unit, std::uint32_t start) {
        for (auto const& [time, value] : of_unit.figures)
            panel.add(static_cast<std::uint32_t>(panel.starts.size()), time, value);
        panel.starts.push_back(start);
    };
    auto const treated = starts_of(cube, request.treated);
    auto lacking = NoEffect::no_treated_units;
    for (auto const& [unit, start] : treated) {
        auto const of_unit = figures_of(data, request, unit, start, end);
        if (of_unit.has_before(start) && of_unit.has_after(start))
            add_unit(of_unit, start);
        else if (of_unit.has_before(start))
            lacking = NoEffect::no_figures_after;
        else if (of_unit.has_after(start) && lacking == NoEffect::no_treated_units)
            lacking = NoEffect::no_figures_before;
    }
    if (panel.starts.empty()) return lacking;

    auto const first_start = panel.first_start();
    std::set<UnitIndex> const compared =
        request.comparison ? std::set<UnitIndex>(request.comparison->begin(), request.comparison->end())
                           : peers_of(data, measure.measure, treated);
    for (auto const unit : compared) {
        if (has_part_in(data, unit, treated)) continue;
        auto const of_unit = figures_of(data, request, unit, first_start, end);
        if (of_unit.has_before(first_start) && of_unit.has_after(first_start)) add_unit(of_unit, never_treated);
    }
    return panel;
}

} // namespace rodtrad::study
