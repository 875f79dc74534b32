#pragma once

#include "study/kernels/processor.hpp"
#include "study/kernels/slice_sweep.hpp"

#include <cstddef>
#include <cstdint>

namespace rodtrad::study {

// How many slices are swept side by side.
inline constexpr std::size_t slice_lanes(Processor processor) {
    return processor == Processor::avx512 ? 8 : processor == Processor::avx2 ? 4 : 2;
}

// A part of SliceSweep.
struct SliceBatch {
    Slice const* slices = nullptr;
    std::size_t slice_count = 0; // at least one, at most as many as there are lanes
    std::uint32_t const* unit_of_row = nullptr;
    std::size_t rows = 0;
    SliceStep const* steps = nullptr;
    std::size_t step_count = 0;
    double* figures = nullptr; // [rows × lanes]
    double* present = nullptr; // [(rows + 1) × lanes]
};

// Fills in figures, +∞ for none, and present, and takes the steps.
template <Processor>
void sweep_batch(SliceBatch const& batch);

template <>
void sweep_batch<Processor::any>(SliceBatch const& batch);
template <>
void sweep_batch<Processor::avx2>(SliceBatch const& batch);
template <>
void sweep_batch<Processor::avx512>(SliceBatch const& batch);

} // namespace rodtrad::study
