#include "study/kernels/trend_sweep.hpp"

#include "study/kernels/trend_search.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace rodtrad::study {

namespace {

constexpr auto most_pairs = trend_periods * (trend_periods - 1) / 2;
constexpr auto largest = std::numeric_limits<double>::max();

struct Pair {
    std::uint8_t earlier = 0;
    std::uint8_t later = 0;
};

// In the order of TrendBlock.
constexpr auto pairs = [] {
    std::array<Pair, most_pairs> all{};
    std::size_t at = 0;
    for (std::uint8_t later = 1; later < trend_periods; ++later)
        for (std::uint8_t earlier = 0; earlier < later; ++earlier) all[at++] = {earlier, later};
    return all;
}();

// By half, and back, where the change itself is too large for a double; infinite where the slope is.
double slope_between(double earlier, double later, int periods) {
    auto const slope = (later - earlier) / periods;
    return std::abs(slope) <= largest ? slope : (later / 2 - earlier / 2) / periods * 2;
}

double slope_of_pair(TrendBlock const& block, std::size_t unit, std::uint32_t number) {
    auto const pair = pairs[number];
    return slope_between(block.figures[pair.earlier][unit], block.figures[pair.later][unit], pair.later - pair.earlier);
}

// The figures of one unit, without gaps.
struct Series {
    std::array<double, trend_periods> figures;
    std::array<std::uint8_t, trend_periods> times;
    std::size_t n = 0;
};

Series series_of(TrendBlock const& block, std::size_t unit, std::size_t periods) {
    Series series;
    for (std::size_t t = 0; t < periods; ++t) {
        auto const figure = block.figures[t][unit];
        series.figures[series.n] = figure;
        series.times[series.n] = static_cast<std::uint8_t>(t);
        series.n += figure == figure ? 1U : 0U;
    }
    return series;
}

double middle_of(double* values, std::size_t n, std::size_t lower, std::size_t upper) {
    std::nth_element(values, values + upper, values + n);
    auto const middle =
        lower == upper ? values[upper] : std::midpoint(*std::max_element(values, values + upper), values[upper]);
    return std::abs(middle) <= largest ? middle : Plane::no_value;
}

// From all slopes.
double plain_slope(Series const& series) {
    std::array<double, most_pairs> slopes;
    std::size_t all = 0;
    for (std::size_t j = 1; j < series.n; ++j)
        for (std::size_t i = 0; i < j; ++i)
            slopes[all++] = slope_between(series.figures[i], series.figures[j], series.times[j] - series.times[i]);
    return middle_of(slopes.data(), all, (all - 1) / 2, all / 2);
}

// From the slopes between the bounds, which hold the middle ones with some room.
double slope_within(Series const& series, double low, double high) {
    static constexpr auto per_period = [] {
        std::array<double, trend_periods> one_over{};
        for (std::size_t t = 1; t < trend_periods; ++t) one_over[t] = 1 / static_cast<double>(t);
        return one_over;
    }();
    std::array<Pair, most_pairs> inside;
    std::size_t count = 0;
    std::size_t below = 0;
    for (std::uint8_t j = 1; j < series.n; ++j)
        for (std::uint8_t i = 0; i < j; ++i) {
            auto const periods = static_cast<std::size_t>(series.times[j] - series.times[i]);
            auto const slope = (series.figures[j] - series.figures[i]) * per_period[periods];
            inside[count] = {i, j};
            below += slope < low ? 1U : 0U;
            count += (slope >= low ? 1U : 0U) & (slope <= high ? 1U : 0U);
        }
    auto const all = series.n * (series.n - 1) / 2;
    auto const lower = (all - 1) / 2;
    auto const upper = all / 2;
    if (lower < below || below + count <= upper) return plain_slope(series);
    std::array<double, most_pairs> slopes;
    for (std::size_t at = 0; at < count; ++at) {
        auto const [i, j] = inside[at];
        slopes[at] = slope_between(series.figures[i], series.figures[j], series.times[j] - series.times[i]);
    }
    return middle_of(slopes.data(), count, lower - below, upper - below);
}

double slope_of(TrendBlock const& block, std::size_t unit, std::size_t periods) {
    switch (block.middle[unit]) {
    case TrendBlock::Middle::pairs:
        return std::midpoint(slope_of_pair(block, unit, block.first_pair[unit]),
                             slope_of_pair(block, unit, block.second_pair[unit]));
    case TrendBlock::Middle::bounds:
        return slope_within(series_of(block, unit, periods), block.low[unit], block.high[unit]);
    case TrendBlock::Middle::nought:
        return 0;
    case TrendBlock::Middle::none:
        break;
    }
    return plain_slope(series_of(block, unit, periods));
}

// Mann and Kendall's.
struct Signs {
    int s = 0;
    int ties = 0;
};

Signs plain_signs(Series const& series) {
    Signs signs;
    for (std::size_t j = 1; j < series.n; ++j) {
        int equals = 0;
        for (std::size_t i = 0; i < j; ++i) {
            signs.s +=
                (series.figures[i] < series.figures[j] ? 1 : 0) - (series.figures[i] > series.figures[j] ? 1 : 0);
            equals += series.figures[i] == series.figures[j] ? 1 : 0;
        }
        signs.ties += 6 * equals * (equals + 2);
    }
    return signs;
}

double z_of(Signs signs, int n) {
    auto const variance = (n * (n - 1) * (2 * n + 5) - signs.ties) / 18.0;
    auto const nearer_nought = signs.s > 0 ? signs.s - 1 : signs.s < 0 ? signs.s + 1 : 0;
    return variance > 0 ? nearer_nought / std::sqrt(variance) : 0;
}

void search(TrendBlock& block, std::size_t periods, Processor processor) {
    switch (processor) {
    case Processor::avx512:
        return search_trends<Processor::avx512>(block, periods);
    case Processor::avx2:
        return search_trends<Processor::avx2>(block, periods);
    case Processor::any:
        return search_trends<Processor::any>(block, periods);
    }
}

} // namespace

void trend_sweep(Plane const& plane, std::size_t from, std::size_t end, double* slope, double* z, Processor processor) {
    assert(from <= end && end - from <= trend_periods);
    auto const periods = end - from;
    TrendBlock block;
    for (std::size_t first = 0; first < plane.stride(); first += TrendBlock::units) {
        auto const units = std::min(TrendBlock::units, plane.stride() - first);
        for (std::size_t t = 0; t < periods; ++t) {
            auto* const figures = block.figures[t];
            auto const* const row = plane.row(from + t) + first;
            std::copy_n(row, units, figures);
            // The next units, while these are searched: so many rows at once are more than the processor foresees.
            __builtin_prefetch(row + TrendBlock::units);
            __builtin_prefetch(row + TrendBlock::units + lane_count);
            std::fill(figures + units, figures + TrendBlock::units, Plane::no_value);
        }
        search(block, periods, processor);

        for (std::size_t unit = 0; unit < units; ++unit) {
            auto const n = block.count[unit];
            if (n < 2) {
                slope[first + unit] = z[first + unit] = Plane::no_value;
                continue;
            }
            Signs signs{block.rising[unit] - block.falling[unit], block.ties[unit]};
            if (block.truly_equal[unit] != block.equal[unit]) {
                block.middle[unit] = TrendBlock::Middle::none;
                signs = plain_signs(series_of(block, unit, periods));
            }
            slope[first + unit] = slope_of(block, unit, periods);
            z[first + unit] = z_of(signs, n);
        }
    }
}

} // namespace rodtrad::study
