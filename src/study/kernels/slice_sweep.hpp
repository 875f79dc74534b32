#pragma once

#include "study/kernels/unit_layout.hpp"

#include <cstddef>
#include <cstdint>
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

// What lies beside and below each unit in one period: the figures are sorted once and handed out in order to everybody
// who needs them. Keeps its memory between slices.
class SliceSweep {
public:
    // The layout outlives the sweep.
    explicit SliceSweep(UnitLayout const& layout);

    // `values` of all units in one period, NaN for none; infinities are in order like any other figure.
    // cohorts: [cohort] quartiles of its units. nodes: [node] how the leaves below it lie.
    // `ranks` may be null: [unit] 1 for the highest figure of its cohort, equal figures sharing the better rank; 0 for
    // a unit without a figure. `ranked` [cohort] and `behind` [node]: how many figures there were.
    void run(double const* values, Quartiles* cohorts, std::uint32_t* ranked, Spread* nodes, std::uint32_t* behind,
             std::uint32_t* ranks);

private:
    UnitLayout const& m_layout;
    std::vector<std::uint32_t> m_order; // units with figures, ascending
    std::vector<double> m_beside;       // figures of each cohort, ascending
    std::vector<double> m_below;        // [level × leaves]: figures below each node, ascending
};

} // namespace rodtrad::study
