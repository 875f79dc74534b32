#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/processor.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace rodtrad::study {

// How the changes of two measures from one period to the next go together, over all units.
struct Comovement {
    double changes = 0;     // that both have
    double correlation = 0; // of them, about 0: a trend in both is a movement too. 0 where one of them stands still
};

// Of each pair of planes of the same shape: (0, 1), (0, 2), … (1, 2), … Changes between the periods [0, end), none of
// them counted as larger than `most` in either direction: one wild figure is no companionship.
std::vector<Comovement> comovement_sweep(std::span<Plane const> members, std::size_t end, double most,
                                         Processor processor = this_processor());

} // namespace rodtrad::study
