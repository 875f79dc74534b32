#include "study/kernels/slice_batch.hpp"

#include "study/kernels/vectors.hpp"

namespace rodtrad::study {

namespace {

constexpr auto width = slice_lanes(compiled_for);
static_assert(width * sizeof(double) == vector_bytes);
constexpr auto infinite = __builtin_inf();
constexpr auto no_figure = __builtin_nan("");

Doubles row_at(double const* rows, std::size_t row) { return load_as<Doubles>(rows + row * width); }
void put_row(double* rows, std::size_t row, Doubles figures) { put(rows + row * width, figures); }

[[gnu::always_inline]] inline void put_in_order(Doubles& lower, Doubles& upper) {
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
constexpr Comparison sort_of_eight[] = {{0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}, {0, 1}, {2, 3},
                                        {4, 5}, {6, 7}, {2, 4}, {3, 5}, {1, 4}, {3, 6}, {1, 2}, {3, 4}, {5, 6}};

template <std::size_t n>
[[gnu::always_inline]] inline void sort_few(double* rows) {
    Doubles figures[n];
    for (std::size_t at = 0; at < n; ++at) figures[at] = row_at(rows, at);
#pragma GCC unroll 19
    for (auto const& [lower, upper] : sort_of_eight)
        if (upper < n) put_in_order(figures[lower], figures[upper]);
    for (std::size_t at = 0; at < n; ++at) put_row(rows, at, figures[at]);
}

void sort_rows(double* rows, std::size_t n) {
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
[[gnu::always_inline]] inline void merge_few(double* rows, std::size_t stride) {
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
void merge_power(double* rows, std::size_t n) {
    if (n >= 8) {
        auto const part = n / 8;
        for (std::size_t at = 0; at < part; ++at) merge_few<8>(rows + at * width, part);
        if (part > 1)
            for (std::size_t eighth = 0; eighth < 8; ++eighth) merge_power(rows + eighth * part * width, part);
    } else if (n == 4) {
        merge_few<4>(rows, 1);
    } else if (n == 2) {
        merge_few<2>(rows, 1);
    }
}

// Rows [0, middle) and [middle, n) are in order. What is missing to a power of two is thought of as infinite.
void merge_rows(double* rows, std::size_t middle, std::size_t n) {
    for (std::size_t front = 0, back = middle; front + 1 < back; ++front) {
        --back;
        auto const figures = row_at(rows, front);
        put_row(rows, front, row_at(rows, back));
        put_row(rows, back, figures);
    }
    std::size_t power = 1;
    while (2 * power < n) power *= 2;
    for (; n > 1; rows += power * width, n -= power) {
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

// As quantile_of_sorted of study/methods/numbers.hpp; `figures` of one lane.
double quantile(double const* figures, std::int32_t n, double share) {
    auto const position = static_cast<double>(n - 1) * share;
    auto const below = static_cast<std::int32_t>(position);
    auto const above = below + 1 < n ? below + 1 : below;
    auto const part = position - static_cast<double>(below);
    auto const lower = figures[static_cast<std::size_t>(below) * width];
    auto const upper = figures[static_cast<std::size_t>(above) * width];
    auto const step = upper - lower;
    return step < infinite ? lower + part * step : (1 - part) * lower + part * upper;
}

void fill(SliceBatch const& batch) {
    double const* values[width];
    for (std::size_t lane = 0; lane < width; ++lane)
        values[lane] = batch.slices[lane < batch.slice_count ? lane : 0].values;
    Doubles present{};
    put_row(batch.present, 0, present);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        auto const unit = batch.unit_of_row[row];
        Doubles figures;
        for (std::size_t lane = 0; lane < width; ++lane) figures[lane] = values[lane][unit];
        auto const is_there = figures == figures;
        present += is_there ? Doubles{} + 1 : Doubles{};
        put_row(batch.figures, row, is_there ? figures : Doubles{} + infinite);
        put_row(batch.present, row + 1, present);
    }
}

void tell_cohort(SliceBatch const& batch, SliceStep const& step) {
    auto const* const figures = batch.figures + step.first * width;
    auto const count = row_at(batch.present, step.end) - row_at(batch.present, step.first);
    for (std::size_t lane = 0; lane < batch.slice_count; ++lane) {
        auto const n = static_cast<std::int32_t>(count[lane]);
        auto const* const column = figures + lane;
        batch.slices[lane].ranked[step.number] = static_cast<std::uint32_t>(n);
        auto& quartiles = batch.slices[lane].cohorts[step.number];
        if (n == 0)
            quartiles = {no_figure, no_figure, no_figure};
        else
            quartiles = {quantile(column, n, 0.25), quantile(column, n, 0.5), quantile(column, n, 0.75)};
    }
}

void tell_node(SliceBatch const& batch, SliceStep const& step) {
    auto const* const figures = batch.figures + step.first * width;
    auto const count = row_at(batch.present, step.end) - row_at(batch.present, step.first);
    for (std::size_t lane = 0; lane < batch.slice_count; ++lane) {
        auto const n = static_cast<std::int32_t>(count[lane]);
        auto const* const column = figures + lane;
        batch.slices[lane].behind[step.number] = static_cast<std::uint32_t>(n);
        auto& spread = batch.slices[lane].nodes[step.number];
        if (n == 0)
            spread = {no_figure, no_figure, no_figure, no_figure, no_figure};
        else
            spread = {column[0], quantile(column, n, 0.1), quantile(column, n, 0.5), quantile(column, n, 0.9),
                      column[static_cast<std::size_t>(n - 1) * width]};
    }
}

} // namespace

template <>
void sweep_batch<compiled_for>(SliceBatch const& batch) {
    fill(batch);
    for (std::size_t at = 0; at < batch.step_count; ++at) {
        auto const& step = batch.steps[at];
        auto* const rows = batch.figures + step.first * width;
        switch (step.kind) {
        case SliceStep::Kind::sort:
            sort_rows(rows, step.end - step.first);
            break;
        case SliceStep::Kind::merge:
            merge_rows(rows, step.middle - step.first, step.end - step.first);
            break;
        case SliceStep::Kind::cohort:
            tell_cohort(batch, step);
            break;
        case SliceStep::Kind::node:
            tell_node(batch, step);
            break;
        }
    }
}

} // namespace rodtrad::study
