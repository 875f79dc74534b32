#include "study/kernels/selection.hpp"

#include "study/kernels/counts.hpp"
#include "study/kernels/row_medians.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace rodtrad::study {

namespace {

using Pivots = std::array<double, pivots_at_once>;

constexpr std::size_t few = 64; // are sorted out without counting
constexpr int most_passes = 8;

auto row_medians_for(Processor processor) {
    switch (processor) {
    case Processor::avx512:
        return row_medians<Processor::avx512>;
    case Processor::avx2:
        return row_medians<Processor::avx2>;
    case Processor::any:
        break;
    }
    return row_medians<Processor::any>;
}

auto counting_for(Processor processor) {
    switch (processor) {
    case Processor::avx512:
        return count_at_or_below<Processor::avx512>;
    case Processor::avx2:
        return count_at_or_below<Processor::avx2>;
    case Processor::any:
        break;
    }
    return count_at_or_below<Processor::any>;
}

// The middle values are above `low` and not above `high`.
struct Bounds {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::size_t below = 0; // values at or below low
    std::size_t above = 0; // values at or below high

    std::size_t between() const { return above - below; }
};

Pivots pivots_of_sample(std::span<double const> values) {
    std::array<double, 32> sample{};
    for (std::size_t at = 0; at < sample.size(); ++at) sample[at] = values[values.size() * at / sample.size()];
    std::ranges::sort(sample);
    return {sample[11], sample[15], sample[16], sample[20]};
}

// Around where the middle would be if the values between the bounds lay evenly.
Pivots pivots_within(Bounds const& bounds, std::size_t middle) {
    auto const between = static_cast<double>(bounds.between());
    auto const place = (static_cast<double>(middle - bounds.below) + 0.5) / between;
    auto const margin = 1 / std::sqrt(between);
    auto const at = [&](double share) {
        auto const inside = std::clamp(share, 0.01, 0.99);
        return (1 - inside) * bounds.low + inside * bounds.high;
    };
    return {at(place - 1.5 * margin), at(place - 0.3 * margin), at(place + 0.3 * margin), at(place + 1.5 * margin)};
}

} // namespace

void medians_along_time(Plane const& plane, std::size_t from, std::size_t end, double* medians, Processor processor) {
    assert(from <= end && end <= plane.periods());
    if (from == end) {
        std::fill_n(medians, plane.stride(), Plane::no_value);
        return;
    }
    auto const medians_of = row_medians_for(processor);
    std::vector<double> sorted((end - from) * row_medians_units);
    for (std::size_t unit = 0; unit < plane.stride(); unit += row_medians_units)
        medians_of(plane.row(from) + unit, plane.stride(), end - from, sorted.data(), medians + unit);
}

double median_of_many(std::span<double> values, Processor processor) {
    auto const n = values.size();
    if (n <= few) return median_of(values);
    auto const count = counting_for(processor);
    auto const lower = (n - 1) / 2;
    auto const upper = n / 2;
    Bounds bounds;
    bounds.above = n;
    for (int pass = 0; pass < most_passes && bounds.between() > few; ++pass) {
        if (pass > 0 && (std::isinf(bounds.low) || std::isinf(bounds.high))) break; // outside the sample
        auto const pivots = pass == 0 ? pivots_of_sample(values) : pivots_within(bounds, upper);
        std::array<std::size_t, pivots_at_once> counts{};
        count(values.data(), n, pivots.data(), counts.data());
        for (std::size_t at = 0; at < pivots_at_once; ++at) {
            if (counts[at] <= lower && pivots[at] > bounds.low) {
                bounds.low = pivots[at];
                bounds.below = counts[at];
            }
            if (counts[at] > upper && pivots[at] < bounds.high) {
                bounds.high = pivots[at];
                bounds.above = counts[at];
            }
        }
    }

    std::size_t inside = 0;
    for (auto& value : values) {
        auto const figure = value;
        value = values[inside];
        values[inside] = figure;
        inside += (figure > bounds.low ? 1U : 0U) & (figure <= bounds.high ? 1U : 0U);
    }
    auto const between = values.first(inside);
    auto const [least, most] = std::ranges::minmax(between);
    if (least == most) return least;
    auto const middle = between.begin() + static_cast<std::ptrdiff_t>(upper - bounds.below);
    std::ranges::nth_element(between, middle);
    return lower == upper ? *middle : std::midpoint(*std::max_element(between.begin(), middle), *middle);
}

} // namespace rodtrad::study
