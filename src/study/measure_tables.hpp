#pragma once

#include "study/kernels/slice_sweep.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rodtrad::study {

class MeasureStudy;
struct MeasureData;

enum class TargetStatus : std::uint8_t { none, met, missed };

// What is known of every series of one measure and one group: columns with a figure for each unit, NaN where there is
// nothing to say. The time axis is the cube's.
struct SeriesColumns {
    static constexpr std::int32_t never = -1;

    std::vector<std::int32_t> last_time; // of the last figure
    std::vector<std::uint32_t> length;   // figures
    std::vector<double> last;            // value
    std::vector<double> change;          // since the period before, where that has a figure
    std::vector<double> year_change;     // since the same period last year
    std::vector<double> mean;            // M1: of the segment
    std::vector<double> range;           // M1: the screened average moving range; limits are mean ∓ 2.66 × range
    std::vector<std::int8_t> signal;     // M1: +1 the last figure above the upper limit, −1 below the lower
    std::vector<TargetStatus> status;    // of the last figure
    std::vector<double> slope;           // M6: Theil and Sen, per period, over the latest 24 periods
    std::vector<double> trend_z;         // M6: Mann and Kendall
    std::vector<std::uint32_t> rank;     // in the measure's newest period, among its cohort: 1 = highest; 0 = no figure
};

// All that was computed of one measure, as columns: for pages that lay many measures, units or periods beside each
// other. Of the figures as they are; mean, range, signal and trend of those without season and of the latest segment.
struct MeasureTables {
    std::size_t periods = 0;
    std::size_t cohorts = 0;
    std::size_t nodes = 0;             // units with others below them (UnitLayout::nodes)
    std::vector<SeriesColumns> series; // [slot]
    std::vector<Quartiles> beside;     // [slot][period][cohort]
    std::vector<std::uint32_t> ranked; // as beside: figures in the cohort
    std::vector<Spread> below;         // [slot][period][node]: the leaves under it
    std::vector<std::uint32_t> behind; // as below: leaves with a figure

    std::size_t at_cohort(std::size_t slot, std::size_t t, std::size_t cohort) const {
        return (slot * periods + t) * cohorts + cohort;
    }
    std::size_t at_node(std::size_t slot, std::size_t t, std::size_t node) const {
        return (slot * periods + t) * nodes + node;
    }
    std::size_t bytes() const;
};

// An earlier state of the same measure, with the same units.
struct TablesBefore {
    MeasureTables const& tables;
    MeasureData const& data; // that they were made of
};

// Slices that have not changed since `before`, which may be null, are taken from there.
MeasureTables tables_of(MeasureStudy const& study, TablesBefore const* before, int threads);

} // namespace rodtrad::study
