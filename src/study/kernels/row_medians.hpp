#pragma once

#include "study/kernels/processor.hpp"

#include <cstddef>

namespace rodtrad::study {

inline constexpr std::size_t row_medians_units = 8; // side by side

// The medians of eight units, a part of medians_along_time: `figures` [period × stride + unit], NaN for none; `sorted`
// has room for periods × 8 figures.
template <Processor>
void row_medians(double const* figures, std::size_t stride, std::size_t periods, double* sorted, double* medians);

template <>
void row_medians<Processor::any>(double const*, std::size_t, std::size_t, double*, double*);
template <>
void row_medians<Processor::avx2>(double const*, std::size_t, std::size_t, double*, double*);
template <>
void row_medians<Processor::avx512>(double const*, std::size_t, std::size_t, double*, double*);

} // namespace rodtrad::study
