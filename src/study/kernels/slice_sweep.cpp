#include "study/kernels/slice_sweep.hpp"

#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace rodtrad::study {

namespace {

constexpr auto no_value = std::numeric_limits<double>::quiet_NaN();

Quartiles quartiles_of(std::span<double const> sorted) {
    if (sorted.empty()) return {no_value, no_value, no_value};
    return {quantile_of_sorted(sorted, 0.25), quantile_of_sorted(sorted, 0.5), quantile_of_sorted(sorted, 0.75)};
}

Spread spread_of(std::span<double const> sorted) {
    if (sorted.empty()) return {no_value, no_value, no_value, no_value, no_value};
    return {sorted.front(), quantile_of_sorted(sorted, 0.1), quantile_of_sorted(sorted, 0.5),
            quantile_of_sorted(sorted, 0.9), sorted.back()};
}

} // namespace

SliceSweep::SliceSweep(UnitLayout const& layout)
    : m_layout{layout}, m_beside(layout.units), m_below(layout.leaves * layout.levels) {
    m_order.reserve(layout.units);
}

void SliceSweep::run(double const* values, Quartiles* cohorts, std::uint32_t* ranked, Spread* nodes,
                     std::uint32_t* behind, std::uint32_t* ranks) {
    m_order.clear();
    for (std::uint32_t unit = 0; unit < m_layout.units; ++unit)
        if (!std::isnan(values[unit])) m_order.push_back(unit);
    std::ranges::sort(m_order, [&](auto left, auto right) {
        return values[left] != values[right] ? values[left] < values[right] : left < right;
    });

    auto const cohort_count = m_layout.cohorts();
    auto const node_count = m_layout.nodes.size();
    std::fill_n(ranked, cohort_count, 0U);
    std::fill_n(behind, node_count, 0U);
    for (auto const unit : m_order) {
        auto const cohort = m_layout.cohort[unit];
        m_beside[m_layout.cohort_first[cohort] + ranked[cohort]++] = values[unit];
        auto const leaf = m_layout.leaf[unit];
        if (leaf == UnitLayout::none) continue;
        for (std::size_t level = 0; level < m_layout.levels; ++level) {
            auto const node = m_layout.above[leaf * m_layout.levels + level];
            if (node == UnitLayout::none) continue;
            m_below[level * m_layout.leaves + m_layout.nodes[node].first_leaf + behind[node]++] = values[unit];
        }
    }

    for (std::size_t cohort = 0; cohort < cohort_count; ++cohort)
        cohorts[cohort] = quartiles_of({m_beside.data() + m_layout.cohort_first[cohort], ranked[cohort]});
    for (std::size_t node = 0; node < node_count; ++node) {
        auto const& at = m_layout.nodes[node];
        nodes[node] = spread_of({m_below.data() + at.level * m_layout.leaves + at.first_leaf, behind[node]});
    }

    if (ranks == nullptr) return;
    std::fill_n(ranks, m_layout.units, 0U);
    for (std::uint32_t unit = 0; unit < m_layout.units; ++unit) {
        if (std::isnan(values[unit])) continue;
        auto const cohort = m_layout.cohort[unit];
        auto const first = m_beside.begin() + m_layout.cohort_first[cohort];
        auto const last = first + ranked[cohort];
        ranks[unit] = static_cast<std::uint32_t>(last - std::upper_bound(first, last, values[unit])) + 1;
    }
}

} // namespace rodtrad::study
