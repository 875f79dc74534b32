#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/processor.hpp"

#include <cstddef>
#include <span>

namespace rodtrad::study {

// The medians that median_of of study/methods/numbers.hpp gives, for much at once.

// The median of each unit's figures in the periods [from, end), NaN where there are none. `medians` has room for
// plane.stride() figures.
void medians_along_time(Plane const& plane, std::size_t from, std::size_t end, double* medians,
                        Processor processor = this_processor());

// The median of many values in about one pass over them; at least one, none NaN. They are reordered.
double median_of_many(std::span<double> values, Processor processor = this_processor());

} // namespace rodtrad::study
