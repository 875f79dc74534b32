#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/processor.hpp"

#include <cstddef>
#include <vector>

namespace rodtrad::study {

// The individuals chart (STATISTICS M1) of every unit, as far as it tells of the last point. One segment.
struct ChartSums {
    std::vector<double> points;
    std::vector<double> mean;  // NaN for no point
    std::vector<double> range; // the average moving range, screened once; NaN for fewer than two points
    // Whether the last point is outside the limits, or part of a trend, a shift or two in three near a limit: 1
    // upwards, −1 downwards, 2 where both may be said, 0 for none of them and for fewer than two points. What lies
    // within a rounding error of a limit counts as beyond it: xmr() has the last word.
    std::vector<double> cause;
};

// Over the periods [0, end) of the plane.
void chart_sweep(Plane const& plane, std::size_t end, ChartSums& sums, Processor processor = this_processor());

} // namespace rodtrad::study
