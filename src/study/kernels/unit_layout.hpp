#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rodtrad::study {

// The units as the kernels want them: plain positions, made once for a whole follow-up. A unit is its UnitIndex.
struct UnitLayout {
    static constexpr std::uint32_t none = UINT32_MAX;

    struct Node {
        std::uint32_t unit = 0;
        std::uint32_t first_leaf = 0; // it stands above the leaves first_leaf … end_leaf
        std::uint32_t end_leaf = 0;
        std::uint32_t level = 0; // the same for nodes none of which is below another: 0 for a root
    };

    std::size_t units = 0;
    std::vector<std::uint32_t> parent; // [unit]; none for a root
    std::vector<std::uint32_t> leaf;   // [unit]: its number among the leaves (units with none below); none for a node
    std::size_t leaves = 0;
    std::vector<Node> nodes;                   // in tree order
    std::vector<std::uint32_t> node;           // [unit]: its number among the nodes; none for a leaf
    std::size_t levels = 0;                    // of nodes
    std::vector<std::uint32_t> children;       // units right below each node, node after node
    std::vector<std::uint32_t> children_first; // [node], and the end: where its children start
    // The nodes above a leaf, [leaf × levels + level]; none where it has none on that level.
    std::vector<std::uint32_t> above;
    // Units that are compared with each other, each in one cohort.
    std::vector<std::uint32_t> cohort; // [unit]
    std::vector<std::uint32_t>
        cohort_first; // [cohort], and the end: where it starts if cohorts stand one after another
    std::size_t cohorts() const { return cohort_first.empty() ? 0 : cohort_first.size() - 1; }
};

// `parents` in tree order (a parent before its children, each branch together); `cohorts` numbered from 0.
UnitLayout unit_layout(std::vector<std::uint32_t> parents, std::vector<std::uint32_t> cohorts);

} // namespace rodtrad::study
