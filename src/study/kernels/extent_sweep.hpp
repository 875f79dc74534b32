#pragma once

#include "study/kernels/plane.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rodtrad::study {

// Where each unit's figures are.
struct Extents {
    static constexpr std::int64_t never = -1;
    std::vector<std::int64_t> points;    // how many
    std::vector<std::int64_t> last_time; // period of the last; never where there is none
};

// Over the periods [0, end) of the plane.
void extent_sweep(Plane const& plane, std::size_t end, Extents& extents);

} // namespace rodtrad::study
