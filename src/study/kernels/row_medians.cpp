#include "study/kernels/row_medians.hpp"

#include "study/kernels/row_order.hpp"

namespace rodtrad::study {

namespace {

constexpr auto width = row_width;
constexpr auto largest = __DBL_MAX__;

void medians_side_by_side(double const* figures, std::size_t stride, std::size_t periods, double* sorted,
                          double* medians) {
    LongCounts count{};
    for (std::size_t t = 0; t < periods; ++t) {
        auto const figure = load_as<Doubles>(figures + t * stride);
        __builtin_prefetch(figures + t * stride + row_medians_units); // the next units, while these are sorted
        auto const is_there = figure == figure;
        count -= is_there;
        put(sorted + t * width, is_there ? figure : Doubles{} + __builtin_inf()); // gaps come last
    }
    sort_rows(sorted, periods);
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
