#pragma once

#include "study/kernels/processor.hpp"

#include <cstddef>

namespace rodtrad::study {

inline constexpr std::size_t longest_step = 4; // points after a step

// Where step_sweep's columns are, each with room for the plane's stride.
struct StepRows {
    double* points;
    double* before[longest_step];
    double* variance[longest_step];
    double* after[longest_step];
    double* correlation;
    double* squares;
};

// The work of step_sweep: `figures` [period × stride + unit], NaN for none.
template <Processor>
void step_rows(double const* figures, std::size_t stride, std::size_t units, std::size_t end, StepRows const& to);

template <>
void step_rows<Processor::any>(double const*, std::size_t, std::size_t, std::size_t, StepRows const&);
template <>
void step_rows<Processor::avx2>(double const*, std::size_t, std::size_t, std::size_t, StepRows const&);
template <>
void step_rows<Processor::avx512>(double const*, std::size_t, std::size_t, std::size_t, StepRows const&);

} // namespace rodtrad::study
