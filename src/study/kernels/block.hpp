#pragma once

#include "study/kernels/lanes.hpp"

#include <cstddef>
#include <cstdint>

namespace rodtrad::study {

// Eight units of a plane, one in each lane. Where none of them has a gap in any period, as most have not, nothing need
// be asked of each figure: the same arithmetic, and the same bits.
enum class Gaps : std::uint8_t { some, none };

template <Gaps gaps>
struct Block {
    double const* column; // of the first period
    std::size_t stride;
    std::size_t end;

    [[gnu::always_inline]] Lanes at(std::size_t t) const { return load(column + t * stride); }

    // `now` where there is a figure x, else as before.
    [[gnu::always_inline]] static Lanes if_there(Lanes x, Lanes now, Lanes before) {
        if constexpr (gaps == Gaps::none) return now;
        return x == x ? now : before;
    }
};

[[gnu::always_inline]] inline bool has_gaps(double const* column, std::size_t stride, std::size_t end) {
    LaneMask gaps{};
    for (std::size_t t = 0; t < end; ++t) {
        auto const x = load(column + t * stride);
        gaps |= x != x;
    }
    std::int64_t any = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) any |= gaps[lane];
    return any != 0;
}

} // namespace rodtrad::study
