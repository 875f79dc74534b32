#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/processor.hpp"
#include "study/kernels/step_rows.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace rodtrad::study {

// What the step test (STATISTICS M3) needs to know of each series, a figure for each unit. Points are the figures that
// there are, in time order.
struct StepSums {
    std::vector<double> points;
    // [k − 1]: the mean and the variance of all but the last k points, and the mean of those k.
    std::array<std::vector<double>, longest_step> before;
    std::array<std::vector<double>, longest_step> variance;
    std::array<std::vector<double>, longest_step> after;
    // Lag-1 autocorrelation of all but the last point, about their mean and corrected for the bias of short series; 0
    // where they are all equal. Its weight is points − 1.
    std::vector<double> correlation;
    std::vector<double> squares; // about that mean: 0 where they are all equal
};

// Over the periods [0, end) of the plane. What a series is too short for is 0.
void step_sweep(Plane const& plane, std::size_t end, StepSums& sums, Processor processor = this_processor());

} // namespace rodtrad::study
