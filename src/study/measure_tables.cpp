#include "study/measure_tables.hpp"

#include "study/judgement.hpp"
#include "study/kernels/slice_sweep.hpp"
#include "study/kernels/trend_sweep.hpp"
#include "study/measure_study.hpp"
#include "study/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace rodtrad::study {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// Finds the slices that were known before and whose figures are the same now, to the last bit.
class Known {
public:
    Known(TablesBefore const* before, MeasureData const& now) : m_before{before}, m_now{now} {
        if (m_before == nullptr) return;
        auto const& then = m_before->data.cube;
        if (!then || then->units() != now.cube->units() ||
            then->period(0).periodicity() != now.cube->period(0).periodicity() || !is_read_alike(m_before->data, now))
            m_before = nullptr;
    }

    // True where the slice could be taken over.
    bool take(MeasureTables& tables, GroupIndex group, std::size_t slot, std::size_t t) const {
        if (m_before == nullptr) return false;
        auto const& known = m_before->tables;
        auto const old_slot = m_before->data.cube->slot_of(group);
        auto const old_t = m_before->data.cube->time_of(m_now.cube->period(t));
        if (!old_slot || !old_t || *old_t >= known.periods || !is_as_before(*old_slot, *old_t, slot, t)) return false;
        auto const from_cohort = known.at_cohort(*old_slot, *old_t, 0);
        auto const to_cohort = tables.at_cohort(slot, t, 0);
        std::copy_n(known.beside.data() + from_cohort, tables.cohorts, tables.beside.data() + to_cohort);
        std::copy_n(known.ranked.data() + from_cohort, tables.cohorts, tables.ranked.data() + to_cohort);
        auto const from_node = known.at_node(*old_slot, *old_t, 0);
        auto const to_node = tables.at_node(slot, t, 0);
        std::copy_n(known.below.data() + from_node, tables.nodes, tables.below.data() + to_node);
        std::copy_n(known.behind.data() + from_node, tables.nodes, tables.behind.data() + to_node);
        return true;
    }

private:
    // The same columns say the same: counts what they are multiplied by, sums which of them can be laid beside others.
    static bool is_read_alike(MeasureData const& then, MeasureData const& now) {
        return then.cube->multiplier() == now.cube->multiplier() && then.measure.aggregation == now.measure.aggregation;
    }

    bool is_as_before(std::size_t old_slot, std::size_t old_t, std::size_t slot, std::size_t t) const {
        auto const& then = *m_before->data.cube;
        auto const& now = *m_now.cube;
        auto const from = then.at(old_slot, old_t, UnitIndex{});
        auto const to = now.at(slot, t, UnitIndex{});
        auto const is_equal = [&](auto const& one, auto const& other) {
            return one.empty() == other.empty() &&
                   (one.empty() || std::memcmp(&one[from], &other[to], now.units() * sizeof one[0]) == 0);
        };
        auto const& [values, numerators, denominators, cells] = then.columns();
        auto const& columns = now.columns();
        if (!is_equal(cells, columns.cells) || !is_equal(values, columns.values) ||
            !is_equal(numerators, columns.numerators) || !is_equal(denominators, columns.denominators))
            return false;
        // What a figure is made of decides whether it can be laid beside others.
        auto const& covered = m_before->data.coverage;
        if (!covered || !m_now.coverage) return !covered && !m_now.coverage;
        return std::ranges::equal(covered->slice(old_slot * then.periods() + old_t),
                                  m_now.coverage->slice(slot * now.periods() + t));
    }

    TablesBefore const* m_before;
    MeasureData const& m_now;
};

TargetStatus status_of(MeasureStudy const& study, GroupStudy const& group, UnitIndex unit, std::size_t t,
                       double value) {
    auto const& polarity = study.measure().polarity;
    if (auto const* range = std::get_if<domain::WantedRange>(&polarity))
        return range->low <= value && value <= range->high ? TargetStatus::met : TargetStatus::missed;
    if (study.targets().empty() || is_neutral(polarity)) return TargetStatus::none;
    auto const* target = study.targets().find(unit, group.group, study.cube().period(t));
    if (target == nullptr) return TargetStatus::none;
    auto const aim = target->target ? target->target : target->floor;
    if (!aim) return TargetStatus::none;
    return judged(polarity, value, *aim) == Judgement::worse ? TargetStatus::missed : TargetStatus::met;
}

SeriesColumns columns_of(MeasureStudy const& study, GroupStudy const& group) {
    auto const units = study.cube().units();
    auto const year = static_cast<std::size_t>(domain::periods_per_year(study.cube().period(0).periodicity()));
    SeriesColumns columns;
    columns.last_time.assign(units, SeriesColumns::never);
    columns.length.resize(units);
    for (auto* column : {&columns.last, &columns.change, &columns.year_change}) column->assign(units, nothing);
    columns.signal.resize(units);
    columns.status.resize(units);
    columns.rank.resize(units);
    auto const& figures = group.figures;
    for (UnitIndex unit; unit.value() < units; unit = unit.next()) {
        auto const t = figures.last_time(unit);
        if (!t) continue;
        auto const u = unit.value();
        auto const value = figures.at(*t, unit);
        columns.last_time[u] = static_cast<std::int32_t>(*t);
        columns.length[u] = static_cast<std::uint32_t>(figures.length(unit));
        columns.last[u] = value;
        if (*t >= 1) columns.change[u] = value - figures.at(*t - 1, unit);
        if (*t >= year) columns.year_change[u] = value - figures.at(*t - year, unit);
        columns.status[u] = status_of(study, group, unit, *t, value);

        constexpr double limits_per_range = 2.66;
        auto const& levels = group.levels();
        if (levels.length(unit) < 2) continue;
        auto const reach = limits_per_range * group.chart.range[u];
        auto const departure = levels.last(unit) - group.chart.mean[u];
        columns.signal[u] = static_cast<std::int8_t>((departure > reach) - (departure < -reach));
    }
    columns.mean.assign(group.chart.mean.begin(), group.chart.mean.begin() + static_cast<std::ptrdiff_t>(units));
    columns.range.assign(group.chart.range.begin(), group.chart.range.begin() + static_cast<std::ptrdiff_t>(units));

    auto const& plane = group.levels().plane();
    columns.slope.resize(plane.stride());
    columns.trend_z.resize(plane.stride());
    auto const from = study.end() - std::min(study.end(), trend_periods);
    trend_sweep(plane, from, study.end(), columns.slope.data(), columns.trend_z.data());
    columns.slope.resize(units);
    columns.trend_z.resize(units);
    return columns;
}

} // namespace

std::size_t MeasureTables::bytes() const {
    auto const size = [](auto const& column) { return column.capacity() * sizeof column[0]; };
    auto result = size(beside) + size(ranked) + size(below) + size(behind);
    for (auto const& of : series)
        result += size(of.last_time) + size(of.length) + size(of.last) + size(of.change) + size(of.year_change) +
                  size(of.mean) + size(of.range) + size(of.signal) + size(of.status) + size(of.slope) +
                  size(of.trend_z) + size(of.rank);
    return result;
}

MeasureTables tables_of(MeasureStudy const& study, TablesBefore const* before, int threads) {
    auto const& layout = study.frame().layout();
    MeasureTables tables;
    tables.periods = study.end();
    tables.cohorts = layout.cohorts();
    tables.nodes = layout.nodes.size();
    auto const slots = study.groups().size();
    tables.series.resize(slots);
    tables.beside.resize(slots * tables.periods * tables.cohorts);
    tables.ranked.resize(tables.beside.size());
    tables.below.resize(slots * tables.periods * tables.nodes);
    tables.behind.resize(tables.below.size());

    Known const known{before, study.measure_data()};
    std::vector<Slice> slices;
    for_each_in_parallel(slots, threads, [&](std::size_t at) {
        auto const& group = study.groups()[at];
        tables.series[group.slot] = columns_of(study, group);
    });
    for (auto const& group : study.groups())
        for (std::size_t t = 0; t < tables.periods; ++t) {
            auto const is_newest = study.newest_time() == t;
            if (!is_newest && known.take(tables, group.group, group.slot, t)) continue;
            auto const cohort = tables.at_cohort(group.slot, t, 0);
            auto const node = tables.at_node(group.slot, t, 0);
            slices.push_back({.values = group.figures.plane().row(t),
                              .cohorts = tables.beside.data() + cohort,
                              .ranked = tables.ranked.data() + cohort,
                              .nodes = tables.below.data() + node,
                              .behind = tables.behind.data() + node,
                              .ranks = is_newest ? tables.series[group.slot].rank.data() : nullptr});
        }
    SliceSweep{layout}.run(slices);
    return tables;
}

} // namespace rodtrad::study
