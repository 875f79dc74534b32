#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/processor.hpp"

#include <cstddef>

namespace rodtrad::study {

// How many of the latest periods a trend is told from.
inline constexpr std::size_t trend_periods = 24;

// STATISTICS M6 for every unit at once, over the periods [from, end) of the plane, at most trend_periods of them: Theil
// and Sen's median slope on the true time axis, and Mann and Kendall's z with correction for ties and continuity.
// The same numbers as theil_sen and mann_kendall of study/methods give series by series.
// `slope` and `z` have room for plane.stride() figures. NaN for a unit with fewer than two figures, and for a slope
// too large for a double; z is 0 where all are tied.
void trend_sweep(Plane const& plane, std::size_t from, std::size_t end, double* slope, double* z,
                 Processor processor = this_processor());

} // namespace rodtrad::study
