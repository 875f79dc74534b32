#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/processor.hpp"
#include "study/kernels/unit_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rodtrad::study {

// How figures lie; all NaN where there are none. Quantiles are type 7.
struct Quartiles {
    double first = 0;
    double median = 0;
    double third = 0;
};
struct Spread {
    double least = 0;
    double tenth = 0; // the 10 % quantile
    double median = 0;
    double ninetieth = 0;
    double most = 0;
};

// The figures of all units in one period, and where the answers go.
struct Slice {
    double const* values = nullptr;  // [unit], NaN for none
    Quartiles* cohorts = nullptr;    // [cohort]: of its units
    std::uint32_t* ranked = nullptr; // [cohort]: how many figures there were
    Spread* nodes = nullptr;         // [node]: of the leaves below it; its own figure does not count
    std::uint32_t* behind = nullptr; // [node]: how many figures there were
    // [unit]: 1 for the highest figure of its cohort, equal figures sharing the better rank; 0 for a unit without a
    // figure. Null where ranks are not asked for.
    std::uint32_t* ranks = nullptr;
};

// One thing to do with rows of figures, the same for each of the slices that are swept side by side.
struct SliceStep {
    enum class Kind : std::uint32_t {
        sort,   // first … end, at most eight
        merge,  // first … middle with middle … end, each in order
        cohort, // tell how first … end lie, which are in order
        node,
    };
    Kind kind{};
    std::uint32_t first = 0;
    std::uint32_t middle = 0;
    std::uint32_t end = 0;
    std::uint32_t number = 0; // of the cohort or the node
};

// What lies beside and below each unit in a period. Slices are sorted side by side, one in each lane of a vector, with
// comparisons that do not depend on the figures: eight slices take hardly longer than one. The tree is sorted from
// below, each node by merging its parts.
//
// Making a sweep takes as long as a few slices; its memory is kept.
class SliceSweep {
public:
    // The layout outlives the sweep.
    explicit SliceSweep(UnitLayout const& layout, Processor processor = this_processor());

    void run(std::span<Slice const> slices);

    // One slice alone.
    void run(double const* values, Quartiles* cohorts, std::uint32_t* ranked, Spread* nodes, std::uint32_t* behind,
             std::uint32_t* ranks);

private:
    // Rows are the leaves in tree order, then the units, cohort by cohort.
    void plan_sort(std::uint32_t first, std::uint32_t end);
    void plan_merges(std::vector<std::uint32_t> borders);
    void plan_nodes();
    void plan_cohorts();
    void rank_units(Slice const& slice, std::size_t lane) const;

    UnitLayout const& m_layout;
    std::vector<std::uint32_t> m_unit_of_row;
    std::vector<SliceStep> m_steps;
    Plane m_figures; // [row][lane]
    Plane m_present; // [row][lane]: figures in the rows before
    Processor m_processor;
    std::size_t m_lanes;
};

} // namespace rodtrad::study
