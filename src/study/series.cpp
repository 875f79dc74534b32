#include "study/series.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

SeriesTable::SeriesTable(std::size_t periods, std::size_t units)
    : m_plane{periods, units}, m_origins(units, Origin::delivered) {}

void SeriesTable::settle() { extent_sweep(m_plane, periods(), m_extents); }

std::vector<double> SeriesTable::values(UnitIndex unit) const {
    std::vector<double> result;
    result.reserve(length(unit));
    for (std::size_t t = 0; t < periods(); ++t)
        if (auto const value = at(t, unit); !std::isnan(value)) result.push_back(value);
    return result;
}

std::vector<std::size_t> SeriesTable::times(UnitIndex unit) const {
    std::vector<std::size_t> result;
    result.reserve(length(unit));
    for (std::size_t t = 0; t < periods(); ++t)
        if (!std::isnan(at(t, unit))) result.push_back(t);
    return result;
}

std::size_t SeriesTable::time_from_last(UnitIndex unit, std::size_t k) const {
    auto t = *last_time(unit) + 1;
    while (k > 0) k -= std::isnan(at(--t, unit)) ? 0U : 1U;
    return t;
}

namespace {

bool is_comparable_sum(MeasureData const& data, Coverage const& coverage) {
    if (coverage.branches == 1) return false;
    return data.measure.aggregation != domain::Aggregation::sum || coverage.reporting == coverage.expected;
}

// Those that cannot be laid beside others; and says of the rest where they come from.
void leave_out_sums(MeasureData const& data, std::size_t slot, SeriesTable& table) {
    auto const& cube = *data.cube;
    auto const& nodes = data.coverage->units();
    for (std::size_t t = 0; t < table.periods(); ++t) {
        auto const coverage = data.coverage->slice(slot * cube.periods() + t);
        auto const* cells = cube.columns().cells.data() + cube.at(slot, t, UnitIndex{});
        auto* row = table.plane().row(t);
        for (std::size_t node = 0; node < nodes.size(); ++node) {
            auto const unit = nodes[node];
            if (cells[unit.value()] != Cell::aggregated) continue;
            if (is_comparable_sum(data, coverage[node])) {
                table.set_origin(unit, Origin::aggregated);
            } else {
                row[unit.value()] = Plane::no_value;
            }
        }
    }
}

} // namespace

bool is_comparable(MeasureData const& data, std::size_t at) {
    auto const cell = data.cube->cell(at);
    if (!has_value(cell)) return false;
    return cell != Cell::aggregated || is_comparable_sum(data, (*data.coverage)[at]);
}

SeriesTable series_of(MeasureData const& data, std::size_t slot, std::size_t end) {
    auto const& cube = *data.cube;
    SeriesTable table{end, cube.units()};
    for (std::size_t t = 0; t < end; ++t) cube.copy_values(slot, t, table.plane().row(t));
    if (data.coverage) leave_out_sums(data, slot, table);
    table.settle();
    return table;
}

SeriesTable gaps_between(SeriesTable const& women, SeriesTable const& men) {
    SeriesTable gaps{women.periods(), women.units()};
    for (std::size_t t = 0; t < women.periods(); ++t)
        std::ranges::transform(women.plane().units_of(t), men.plane().units_of(t), gaps.plane().row(t),
                               [](double of_women, double of_men) {
                                   auto const gap = of_women - of_men;
                                   return std::isfinite(gap) ? gap : Plane::no_value;
                               });
    for (UnitIndex unit; unit.value() < women.units(); unit = unit.next())
        gaps.set_origin(unit, std::max(women.origin(unit), men.origin(unit)));
    gaps.settle();
    return gaps;
}

} // namespace rodtrad::study
