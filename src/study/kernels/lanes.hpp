#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rodtrad::study {

// One vector of figures, a unit in each lane: what is done along time is done for eight units at once. The compiler
// makes of it what the processor has. A kernel is compiled once for each of three processors and chosen when the
// program starts ([[gnu::target_clones]] at its definition); multiplications and additions are never fused
// (-ffp-contract=off), so that all of them give the same bits.
inline constexpr std::size_t lane_count = 8;
using Lanes [[gnu::vector_size(64)]] = double;
using LaneMask [[gnu::vector_size(64)]] = std::int64_t; // −1 true, 0 false: what comparing Lanes gives

[[gnu::always_inline]] inline Lanes load(double const* from) {
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}
[[gnu::always_inline]] inline void store(double* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }
[[gnu::always_inline]] inline Lanes all_lanes(double value) { return Lanes{} + value; }

} // namespace rodtrad::study
