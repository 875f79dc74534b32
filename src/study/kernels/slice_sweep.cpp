#include "study/kernels/slice_sweep.hpp"

#include "study/kernels/slice_batch.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rodtrad::study {

namespace {

using Kind = SliceStep::Kind;

constexpr std::uint32_t most_sorted_at_once = 8;

void sweep(SliceBatch const& batch, Processor processor) {
    switch (processor) {
    case Processor::avx512:
        return sweep_batch<Processor::avx512>(batch);
    case Processor::avx2:
        return sweep_batch<Processor::avx2>(batch);
    case Processor::any:
        return sweep_batch<Processor::any>(batch);
    }
}

} // namespace

SliceSweep::SliceSweep(UnitLayout const& layout, Processor processor)
    : m_layout{layout}, m_processor{processor}, m_lanes{slice_lanes(processor)} {
    m_unit_of_row.resize(layout.leaves + layout.units);
    auto next = std::vector<std::uint32_t>(layout.cohort_first);
    for (std::uint32_t unit = 0; unit < layout.units; ++unit) {
        if (layout.leaf[unit] != UnitLayout::none) m_unit_of_row[layout.leaf[unit]] = unit;
        m_unit_of_row[layout.leaves + next[layout.cohort[unit]]++] = unit;
    }
    plan_nodes();
    plan_cohorts();
    m_figures.resize(m_unit_of_row.size(), lane_count);
    m_present.resize(m_unit_of_row.size() + 1, lane_count);
}

void SliceSweep::plan_sort(std::uint32_t first, std::uint32_t end) {
    std::vector<std::uint32_t> borders{first};
    while (borders.back() < end) {
        auto const next = std::min(end, borders.back() + most_sorted_at_once);
        m_steps.push_back({.kind = Kind::sort, .first = borders.back(), .end = next});
        borders.push_back(next);
    }
    plan_merges(std::move(borders));
}

// What lies between two borders is in order; neighbours are merged until all is.
void SliceSweep::plan_merges(std::vector<std::uint32_t> borders) {
    while (borders.size() > 2) {
        std::vector<std::uint32_t> left;
        for (std::size_t at = 0; at < borders.size(); at += 2) {
            left.push_back(borders[at]);
            if (at + 2 < borders.size())
                m_steps.push_back({Kind::merge, borders[at], borders[at + 1], borders[at + 2]});
        }
        if (left.back() != borders.back()) left.push_back(borders.back());
        borders = std::move(left);
    }
}

void SliceSweep::plan_nodes() {
    std::vector<std::uint32_t> end_of_order(m_layout.leaves); // [leaf]: where the order ends that starts with it
    for (auto number = static_cast<std::uint32_t>(m_layout.nodes.size()); number-- > 0;) { // those below come first
        auto const& node = m_layout.nodes[number];
        std::vector<std::uint32_t> borders{node.first_leaf};
        while (borders.back() < node.end_leaf) {
            auto const first = borders.back();
            auto end = first;
            while (end < node.end_leaf && end_of_order[end] == 0) ++end;
            if (end > first)
                plan_sort(first, end);
            else
                end = end_of_order[first];
            borders.push_back(end);
        }
        plan_merges(std::move(borders));
        end_of_order[node.first_leaf] = node.end_leaf;
        m_steps.push_back({Kind::node, node.first_leaf, 0, node.end_leaf, number});
    }
}

void SliceSweep::plan_cohorts() {
    auto const start = static_cast<std::uint32_t>(m_layout.leaves);
    for (std::uint32_t cohort = 0; cohort < m_layout.cohorts(); ++cohort) {
        auto const first = start + m_layout.cohort_first[cohort];
        auto const end = start + m_layout.cohort_first[cohort + 1];
        plan_sort(first, end);
        m_steps.push_back({Kind::cohort, first, 0, end, cohort});
    }
}

void SliceSweep::run(std::span<Slice const> slices) {
    for (std::size_t first = 0; first < slices.size(); first += m_lanes) {
        auto const side_by_side = slices.subspan(first, std::min(m_lanes, slices.size() - first));
        sweep({.slices = side_by_side.data(),
               .slice_count = side_by_side.size(),
               .unit_of_row = m_unit_of_row.data(),
               .rows = m_unit_of_row.size(),
               .steps = m_steps.data(),
               .step_count = m_steps.size(),
               .figures = m_figures.row(0),
               .present = m_present.row(0)},
              m_processor);
        for (std::size_t lane = 0; lane < side_by_side.size(); ++lane)
            if (side_by_side[lane].ranks != nullptr) rank_units(side_by_side[lane], lane);
    }
}

void SliceSweep::run(double const* values, Quartiles* cohorts, std::uint32_t* ranked, Spread* nodes,
                     std::uint32_t* behind, std::uint32_t* ranks) {
    Slice const slice{values, cohorts, ranked, nodes, behind, ranks};
    run({&slice, 1});
}

void SliceSweep::rank_units(Slice const& slice, std::size_t lane) const {
    for (std::size_t unit = 0; unit < m_layout.units; ++unit) {
        auto const value = slice.values[unit];
        if (std::isnan(value)) {
            slice.ranks[unit] = 0;
            continue;
        }
        auto const cohort = m_layout.cohort[unit];
        auto const figures = slice.ranked[cohort];
        auto const* column = m_figures.row(0) + (m_layout.leaves + m_layout.cohort_first[cohort]) * m_lanes + lane;
        // How many are not above it, halving what is left without a branch.
        std::uint32_t not_above = 0;
        for (auto left = figures; left > 0;) {
            auto const half = (left + 1) / 2;
            not_above += column[(not_above + half - 1) * m_lanes] <= value ? half : 0;
            left -= half;
        }
        slice.ranks[unit] = figures - not_above + 1;
    }
}

} // namespace rodtrad::study
