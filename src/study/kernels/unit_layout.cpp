#include "study/kernels/unit_layout.hpp"

#include <algorithm>
#include <utility>

namespace rodtrad::study {

UnitLayout unit_layout(std::vector<std::uint32_t> parents, std::vector<std::uint32_t> cohorts) {
    UnitLayout layout;
    layout.units = parents.size();
    layout.parent = std::move(parents);
    layout.cohort = std::move(cohorts);

    std::vector<std::uint32_t> depth(layout.units);
    std::vector<bool> is_node(layout.units);
    for (std::size_t u = 0; u < layout.units; ++u) {
        if (auto const parent = layout.parent[u]; parent != UnitLayout::none) {
            depth[u] = depth[parent] + 1;
            is_node[parent] = true;
        }
    }

    layout.leaf.assign(layout.units, UnitLayout::none);
    layout.node.assign(layout.units, UnitLayout::none);
    for (std::uint32_t u = 0; u < layout.units; ++u) {
        if (is_node[u]) {
            layout.node[u] = static_cast<std::uint32_t>(layout.nodes.size());
            auto const leaf = static_cast<std::uint32_t>(layout.leaves);
            layout.nodes.push_back({u, leaf, leaf, depth[u]});
            layout.levels = std::max<std::size_t>(layout.levels, depth[u] + 1);
        } else {
            layout.leaf[u] = static_cast<std::uint32_t>(layout.leaves++);
        }
    }

    layout.children_first.assign(layout.nodes.size() + 1, 0);
    for (auto const parent : layout.parent)
        if (parent != UnitLayout::none) ++layout.children_first[layout.node[parent] + 1];
    for (std::size_t node = 0; node < layout.nodes.size(); ++node)
        layout.children_first[node + 1] += layout.children_first[node];
    layout.children.resize(layout.children_first.back());
    auto next_child = layout.children_first;
    for (std::uint32_t u = 0; u < layout.units; ++u)
        if (auto const parent = layout.parent[u]; parent != UnitLayout::none)
            layout.children[next_child[layout.node[parent]]++] = u;

    layout.above.assign(layout.leaves * layout.levels, UnitLayout::none);
    for (std::uint32_t u = 0; u < layout.units; ++u) {
        if (is_node[u]) continue;
        for (auto at = layout.parent[u]; at != UnitLayout::none; at = layout.parent[at]) {
            auto const node = layout.node[at];
            layout.nodes[node].end_leaf = layout.leaf[u] + 1;
            layout.above[layout.leaf[u] * layout.levels + depth[at]] = node;
        }
    }

    auto const cohort_count = layout.cohort.empty() ? 0 : std::ranges::max(layout.cohort) + std::size_t{1};
    layout.cohort_first.assign(cohort_count + 1, 0);
    for (auto const cohort : layout.cohort) ++layout.cohort_first[cohort + 1];
    for (std::size_t c = 0; c < cohort_count; ++c) layout.cohort_first[c + 1] += layout.cohort_first[c];
    return layout;
}

} // namespace rodtrad::study
