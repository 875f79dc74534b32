#pragma once

#include "study/kernels/vectors.hpp"

#include <cstddef>

// Rows of figures, put in order lane by lane with comparisons that do not depend on the figures. For files that are
// compiled once for each processor.

namespace rodtrad::study {

inline constexpr std::size_t row_width = vector_bytes / sizeof(double);

static inline Doubles row_at(double const* rows, std::size_t row) { return load_as<Doubles>(rows + row * row_width); }
static inline void put_row(double* rows, std::size_t row, Doubles figures) { put(rows + row * row_width, figures); }

[[gnu::always_inline]] static inline void put_in_order(Doubles& lower, Doubles& upper) {
    auto const a = lower;
    auto const b = upper;
    lower = b < a ? b : a;
    upper = b < a ? a : b;
}

struct Comparison {
    std::size_t lower;
    std::size_t upper;
};
// The shortest network that sorts eight. With fewer, what would lie above them never moves.
inline constexpr Comparison sort_of_eight[] = {{0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6},
                                               {3, 7}, {0, 1}, {2, 3}, {4, 5}, {6, 7}, {2, 4}, {3, 5},
                                               {1, 4}, {3, 6}, {1, 2}, {3, 4}, {5, 6}};

template <std::size_t n>
[[gnu::always_inline]] static inline void sort_few(double* rows) {
    Doubles figures[n];
    for (std::size_t at = 0; at < n; ++at) figures[at] = row_at(rows, at);
#pragma GCC unroll 19
    for (auto const& [lower, upper] : sort_of_eight)
        if (upper < n) put_in_order(figures[lower], figures[upper]);
    for (std::size_t at = 0; at < n; ++at) put_row(rows, at, figures[at]);
}

// At most eight.
static inline void sort_few_rows(double* rows, std::size_t n) {
    switch (n) {
    case 2:
        return sort_few<2>(rows);
    case 3:
        return sort_few<3>(rows);
    case 4:
        return sort_few<4>(rows);
    case 5:
        return sort_few<5>(rows);
    case 6:
        return sort_few<6>(rows);
    case 7:
        return sort_few<7>(rows);
    case 8:
        return sort_few<8>(rows);
    default:
        break;
    }
}

// The last stages of a bitonic merge (Batcher 1968) of `n` rows, `stride` apart: three comparisons of each row while it
// is at hand.
template <std::size_t n>
[[gnu::always_inline]] static inline void merge_few(double* rows, std::size_t stride) {
    Doubles figures[n];
    for (std::size_t at = 0; at < n; ++at) figures[at] = row_at(rows, at * stride);
#pragma GCC unroll 3
    for (auto half = n / 2; half > 0; half /= 2)
#pragma GCC unroll 8
        for (std::size_t at = 0; at < n; ++at)
            if ((at & half) == 0) put_in_order(figures[at], figures[at + half]);
    for (std::size_t at = 0; at < n; ++at) put_row(rows, at * stride, figures[at]);
}

// `n` a power of two, the rows first rising and then falling, or the other way, in a circle.
static inline void merge_power(double* rows, std::size_t n) {
    if (n >= 8) {
        auto const part = n / 8;
        for (std::size_t at = 0; at < part; ++at) merge_few<8>(rows + at * row_width, part);
        if (part > 1)
            for (std::size_t eighth = 0; eighth < 8; ++eighth) merge_power(rows + eighth * part * row_width, part);
    } else if (n == 4) {
        merge_few<4>(rows, 1);
    } else if (n == 2) {
        merge_few<2>(rows, 1);
    }
}

// Rows [0, middle) and [middle, n) are in order. What is missing to a power of two is thought of as infinite.
static inline void merge_rows(double* rows, std::size_t middle, std::size_t n) {
    for (std::size_t front = 0, back = middle; front + 1 < back; ++front) {
        --back;
        auto const figures = row_at(rows, front);
        put_row(rows, front, row_at(rows, back));
        put_row(rows, back, figures);
    }
    std::size_t power = 1;
    while (2 * power < n) power *= 2;
    for (; n > 1; rows += power * row_width, n -= power) {
        while (power >= n) power /= 2;
        if (2 * power == n) return merge_power(rows, n);
        for (std::size_t at = 0; at + power < n; ++at) {
            auto lower = row_at(rows, at);
            auto upper = row_at(rows, at + power);
            put_in_order(lower, upper);
            put_row(rows, at, lower);
            put_row(rows, at + power, upper);
        }
        merge_power(rows, power);
    }
}

// Any number.
static inline void sort_rows(double* rows, std::size_t n) {
    for (std::size_t first = 0; first < n; first += 8)
        sort_few_rows(rows + first * row_width, n - first < 8 ? n - first : 8);
    for (std::size_t sorted = 8; sorted < n; sorted *= 2)
        for (std::size_t first = 0; first + sorted < n; first += 2 * sorted)
            merge_rows(rows + first * row_width, sorted, n - first < 2 * sorted ? n - first : 2 * sorted);
}

} // namespace rodtrad::study
