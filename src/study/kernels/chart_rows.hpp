#pragma once

#include "study/kernels/processor.hpp"

#include <cstddef>

namespace rodtrad::study {

// Where chart_sweep's columns are, each with room for the plane's stride.
struct ChartRows {
    double* points;
    double* mean;
    double* range;
    double* cause;
};

// The work of chart_sweep: `figures` [period × stride + unit], NaN for none.
template <Processor>
void chart_rows(double const* figures, std::size_t stride, std::size_t units, std::size_t end, ChartRows const& to);

template <>
void chart_rows<Processor::any>(double const*, std::size_t, std::size_t, std::size_t, ChartRows const&);
template <>
void chart_rows<Processor::avx2>(double const*, std::size_t, std::size_t, std::size_t, ChartRows const&);
template <>
void chart_rows<Processor::avx512>(double const*, std::size_t, std::size_t, std::size_t, ChartRows const&);

} // namespace rodtrad::study
