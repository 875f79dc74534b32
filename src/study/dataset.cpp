#include "study/dataset.hpp"

#include <algorithm>

namespace rodtrad::study {

Cube::Cube(std::vector<GroupIndex> groups, domain::Period first, std::size_t periods, std::size_t units,
           bool has_counts)
    : m_groups{std::move(groups)}, m_first{first}, m_periods{periods}, m_units{units} {
    auto const cells = m_groups.size() * m_periods * m_units;
    m_values.assign(cells, no_value);
    m_cells.assign(cells, Cell::absent);
    if (!has_counts) return;
    m_numerators.assign(cells, no_value);
    m_denominators.assign(cells, no_value);
}

std::optional<std::size_t> Cube::slot_of(GroupIndex group) const {
    auto const found = std::ranges::find(m_groups, group);
    if (found == m_groups.end()) return {};
    return static_cast<std::size_t>(found - m_groups.begin());
}

std::optional<std::size_t> Cube::time_of(domain::Period period) const {
    if (period.periodicity() != m_first.periodicity()) return {};
    auto const steps = period.number() - m_first.number();
    if (steps < 0 || static_cast<std::size_t>(steps) >= m_periods) return {};
    return static_cast<std::size_t>(steps);
}

void Cube::set(std::size_t at, Cell cell, double value, domain::Counts counts) {
    m_cells[at] = cell;
    m_values[at] = value;
    if (!has_counts()) return;
    m_numerators[at] = counts.numerator;
    m_denominators[at] = counts.denominator;
}

std::optional<UnitIndex> Dataset::find_unit(std::string_view code) const {
    auto const found = std::ranges::find(units, code, [](UnitNode const& node) -> auto& { return node.unit.code; });
    if (found == units.end()) return {};
    return UnitIndex{static_cast<std::size_t>(found - units.begin())};
}

std::optional<MeasureIndex> Dataset::find_measure(std::string_view code) const {
    auto const code_of = [](MeasureData const& data) -> std::string_view { return data.measure.code; };
    auto const found = std::ranges::lower_bound(measures, code, {}, code_of);
    if (found == measures.end() || found->measure.code != code) return {};
    return MeasureIndex{static_cast<std::size_t>(found - measures.begin())};
}

std::optional<GroupIndex> Dataset::find_group(std::string_view code) const {
    auto const found = std::ranges::find(groups, code, &domain::Group::code);
    if (found == groups.end()) return {};
    return GroupIndex{static_cast<std::size_t>(found - groups.begin())};
}

std::vector<UnitIndex> Dataset::children(UnitIndex unit) const { return study::children(units, unit); }

std::vector<UnitIndex> children(base::IndexVector<UnitIndex, UnitNode> const& units, UnitIndex unit) {
    std::vector<UnitIndex> result;
    auto const end = units[unit].branch_end;
    for (auto child = unit.next(); child < end; child = units[child].branch_end) result.push_back(child);
    return result;
}

} // namespace rodtrad::study
