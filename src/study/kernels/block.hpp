#pragma once

#include "study/kernels/vectors.hpp"

// For files that are compiled once for each processor: a few units of a plane, one in each lane of a vector.

namespace rodtrad::study {

inline constexpr std::size_t block_units = vector_bytes / sizeof(double);

// Where none of the units has a gap in any period, as most have not, nothing need be asked of each figure: the same
// arithmetic, and the same bits.
enum class Gaps : std::uint8_t { some, none };

template <Gaps gaps>
struct Block {
    double const* column; // of the first period
    std::size_t stride;
    std::size_t end;

    [[gnu::always_inline]] Doubles at(std::size_t t) const { return load_as<Doubles>(column + t * stride); }

    // `now` where there is a figure x, else as before.
    [[gnu::always_inline]] static Doubles if_there(Doubles x, Doubles now, Doubles before) {
        if constexpr (gaps == Gaps::none) return now;
        return x == x ? now : before;
    }
};

[[gnu::always_inline]] static inline Doubles in_all(double value) { return Doubles{} + value; }

[[gnu::always_inline]] static inline bool has_gaps(double const* column, std::size_t stride, std::size_t end) {
    LongCounts gaps{};
    for (std::size_t t = 0; t < end; ++t) {
        auto const x = load_as<Doubles>(column + t * stride);
        gaps |= x != x;
    }
    std::int64_t any = 0;
    for (std::size_t lane = 0; lane < block_units; ++lane) any |= gaps[lane];
    return any != 0;
}

} // namespace rodtrad::study
