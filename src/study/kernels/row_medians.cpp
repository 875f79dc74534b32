#include "study/kernels/row_medians.hpp"

#include "study/kernels/vectors.hpp"

namespace rodtrad::study {

namespace {

constexpr auto width = vector_bytes / sizeof(double);
constexpr auto largest = __DBL_MAX__;

void put_in_order(double* first, double* second) {
    auto const a = load_as<Doubles>(first);
    auto const b = load_as<Doubles>(second);
    put(first, b < a ? b : a);
    put(second, b < a ? a : b);
}

// Batcher's merge exchange (Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M): the same comparisons
// whatever the figures, so that units can be sorted side by side.
void sort_rows(double* rows, std::size_t n) {
    std::size_t top = 1;
    while (2 * top < n) top *= 2;
    for (auto p = top; p > 0; p /= 2) {
        std::size_t remainder = 0;
        auto distance = p;
        for (auto q = top;; q /= 2) {
            for (std::size_t start = remainder; start + distance < n; start += 2 * p) {
                auto const end = start + p < n - distance ? start + p : n - distance;
                for (auto i = start; i < end; ++i) put_in_order(rows + i * width, rows + (i + distance) * width);
            }
            if (q == p) break;
            distance = q - p;
            remainder = p;
        }
    }
}

void medians_side_by_side(double const* figures, std::size_t stride, std::size_t periods, double* sorted,
                          double* medians) {
    LongCounts count{};
    for (std::size_t t = 0; t < periods; ++t) {
        auto const figure = load_as<Doubles>(figures + t * stride);
        auto const is_there = figure == figure;
        count -= is_there;
        put(sorted + t * width, is_there ? figure : Doubles{} + __builtin_inf()); // gaps come last
    }
    if (periods > 1) sort_rows(sorted, periods);
    auto const lower_rank = (count - 1) >> 1;
    auto const upper_rank = count > 0 ? count >> 1 : count - 1;
    auto lower = Doubles{} + __builtin_nan("");
    auto upper = lower;
    for (std::size_t t = 0; t < periods; ++t) {
        auto const figure = load_as<Doubles>(sorted + t * width);
        auto const rank = static_cast<std::int64_t>(t);
        lower = lower_rank == rank ? figure : lower;
        upper = upper_rank == rank ? figure : upper;
    }
    auto const sum = lower + upper;
    auto const is_too_large = (sum > largest) | (sum < -largest);
    put(medians, is_too_large ? lower / 2 + upper / 2 : sum / 2);
}

} // namespace

template <>
void row_medians<compiled_for>(double const* figures, std::size_t stride, std::size_t periods, double* sorted,
                               double* medians) {
    for (std::size_t unit = 0; unit < row_medians_units; unit += width)
        medians_side_by_side(figures + unit, stride, periods, sorted, medians + unit);
}

} // namespace rodtrad::study
