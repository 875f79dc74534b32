#include "study/dataset.hpp"

#include "study/frame.hpp"
#include "study/kernels/quotients.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

bool has_no_value(double value) { return std::isnan(value); }

} // namespace

Cube::Cube(Axes axes, CubeContent content, double multiplier) : m_axes{std::move(axes)}, m_multiplier{multiplier} {
    auto const cells = m_axes.cells();
    m_columns.cells.assign(cells, Cell::absent);
    if (content != CubeContent::counts) m_columns.values.assign(cells, no_value);
    if (content == CubeContent::values) return;
    m_columns.numerators.assign(cells, no_value);
    m_columns.denominators.assign(cells, no_value);
}

Cube::Cube(Axes axes, Columns columns, double multiplier)
    : m_axes{std::move(axes)}, m_multiplier{multiplier}, m_columns{std::move(columns)} {}

std::optional<std::size_t> Cube::slot_of(GroupIndex group) const {
    auto const found = std::ranges::find(groups(), group);
    if (found == groups().end()) return {};
    return static_cast<std::size_t>(found - groups().begin());
}

std::optional<std::size_t> Cube::time_of(domain::Period period) const {
    if (period.periodicity() != m_axes.first.periodicity()) return {};
    auto const steps = period.number() - m_axes.first.number();
    if (steps < 0 || static_cast<std::size_t>(steps) >= periods()) return {};
    return static_cast<std::size_t>(steps);
}

void Cube::set(std::size_t at, Cell cell, double value, domain::Counts counts) {
    m_columns.cells[at] = cell;
    if (has_counts()) {
        m_columns.numerators[at] = counts.numerator;
        m_columns.denominators[at] = counts.denominator;
    }
    auto const is_said_by_counts = [&] {
        return this->value(at) == value || (has_no_value(this->value(at)) && has_no_value(value));
    };
    if (m_columns.values.empty() && !is_said_by_counts()) keep_values();
    if (!m_columns.values.empty()) m_columns.values[at] = value;
}

void Cube::keep_values() {
    if (!m_columns.values.empty()) return;
    std::vector<double> values(m_axes.cells());
    for (std::size_t at = 0; at < values.size(); ++at) values[at] = value(at);
    m_columns.values = std::move(values);
}

void Cube::copy_values(std::size_t slot, std::size_t t, double* to) const {
    auto const first = at(slot, t, UnitIndex{});
    if (!m_columns.values.empty()) {
        std::copy_n(m_columns.values.data() + first, units(), to);
        return;
    }
    quotients(m_multiplier, m_columns.numerators.data() + first, m_columns.denominators.data() + first, units(), to);
}

std::size_t Cube::bytes() const {
    auto const doubles = m_columns.values.size() + m_columns.numerators.size() + m_columns.denominators.size();
    return doubles * sizeof(double) + m_columns.cells.size();
}

CoverageTable::CoverageTable(std::size_t units, std::vector<UnitIndex> nodes, std::size_t slices)
    : m_node(units, none), m_nodes{std::move(nodes)}, m_entries(slices * m_nodes.size()) {
    for (std::size_t i = 0; i < m_nodes.size(); ++i) m_node[m_nodes[i].value()] = static_cast<std::uint32_t>(i);
}

std::optional<UnitIndex> Dataset::find_unit(std::string_view code) const {
    if (frame) return frame->find_unit(code);
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
