#pragma once

#include "study/kernels/processor.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

// For files that are compiled once for each processor: the widest vectors there are. All is static, and such files keep
// away from what is inline in other headers, lest the linker choose a processor's version for the whole program.

namespace rodtrad::study {

inline constexpr std::size_t vector_bytes = compiled_for == Processor::avx512 ? 64
                                            : compiled_for == Processor::avx2 ? 32
                                                                              : 16;

using Floats [[gnu::vector_size(vector_bytes)]] = float;
using Counts [[gnu::vector_size(vector_bytes)]] = std::int32_t; // and what comparing Floats gives: −1 true, 0 false
using Keys [[gnu::vector_size(vector_bytes)]] = std::uint32_t;
using Doubles [[gnu::vector_size(vector_bytes)]] = double;
using LongCounts [[gnu::vector_size(vector_bytes)]] = std::int64_t; // and what comparing Doubles gives

template <typename Vector, typename Value>
[[gnu::always_inline]] static inline Vector load_as(Value const* from) {
    Vector lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}
template <typename Value, typename Vector>
[[gnu::always_inline]] static inline void put(Value* to, Vector lanes) {
    std::memcpy(to, &lanes, sizeof lanes);
}
template <typename To, typename From>
[[gnu::always_inline]] static inline To same_bits(From from) {
    static_assert(sizeof(To) == sizeof(From));
    To to;
    std::memcpy(&to, &from, sizeof to);
    return to;
}

} // namespace rodtrad::study
