#include "study/kernels/counts.hpp"

#include "study/kernels/vectors.hpp"

namespace rodtrad::study {

template <>
void count_at_or_below<compiled_for>(double const* values, std::size_t n, double const* pivots, std::size_t* counts) {
    constexpr auto width = vector_bytes / sizeof(double);
    LongCounts count[pivots_at_once] = {};
    Doubles pivot[pivots_at_once];
    for (std::size_t at = 0; at < pivots_at_once; ++at) pivot[at] = Doubles{} + pivots[at];
    std::size_t first = 0;
    for (; first + width <= n; first += width) {
        auto const some = load_as<Doubles>(values + first);
        for (std::size_t at = 0; at < pivots_at_once; ++at)
            if constexpr (compiled_for == Processor::avx512)
                count[at] = some <= pivot[at] ? count[at] + 1 : count[at];
            else
                count[at] -= some <= pivot[at];
    }
    for (std::size_t at = 0; at < pivots_at_once; ++at) {
        counts[at] = 0;
        for (std::size_t lane = 0; lane < width; ++lane) counts[at] += static_cast<std::size_t>(count[at][lane]);
        for (auto rest = first; rest < n; ++rest) counts[at] += values[rest] <= pivots[at] ? 1U : 0U;
    }
}

} // namespace rodtrad::study
