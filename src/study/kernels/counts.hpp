#pragma once

#include "study/kernels/processor.hpp"

#include <cstddef>

namespace rodtrad::study {

inline constexpr std::size_t pivots_at_once = 4;

// How many values are at or below each of the pivots, a part of median_of_many; no value is NaN.
template <Processor>
void count_at_or_below(double const* values, std::size_t n, double const* pivots, std::size_t* counts);

template <>
void count_at_or_below<Processor::any>(double const*, std::size_t, double const*, std::size_t*);
template <>
void count_at_or_below<Processor::avx2>(double const*, std::size_t, double const*, std::size_t*);
template <>
void count_at_or_below<Processor::avx512>(double const*, std::size_t, double const*, std::size_t*);

} // namespace rodtrad::study
