#include "study/kernels/slice_batch.hpp"

#include "study/kernels/row_order.hpp"

namespace rodtrad::study {

namespace {

constexpr auto width = row_width;
static_assert(width == slice_lanes(compiled_for));
constexpr auto infinite = __builtin_inf();
constexpr auto no_figure = __builtin_nan("");

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
