#pragma once

#include "study/kernels/processor.hpp"

#include <cstddef>

namespace rodtrad::study {

// How many units are summed side by side, each column of them in its own order whatever the processor.
inline constexpr std::size_t comovement_units = 8;
// Sums of a pair: changes that both have, their products, and the squares of the one and of the other.
inline constexpr std::size_t comovement_sums = 4;

// The work of comovement_sweep. `members`: the planes' first rows, of stride × periods figures each, NaN for none;
// `changes` has room for members × periods × 8 figures, and `sums` for pairs × 4 × 8, to which is added.
struct ComovementTask {
    double const* const* members = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0; // a multiple of 8
    std::size_t periods = 0;
    double most = 0;
    double* changes = nullptr;
    double* sums = nullptr;
};
template <Processor>
void comovement_rows(ComovementTask const& task);

template <>
void comovement_rows<Processor::any>(ComovementTask const&);
template <>
void comovement_rows<Processor::avx2>(ComovementTask const&);
template <>
void comovement_rows<Processor::avx512>(ComovementTask const&);

} // namespace rodtrad::study
