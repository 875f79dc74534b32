#include "study/kernels/trend_sweep.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

// Sixteen units at a time, one in each lane of a vector of floats.
//
// The median of the slopes is found without computing them: the slope between two figures is below p where the later
// figure is below the earlier one once the line p × time is taken from both. So a pass that counts pairs tells how many
// slopes are below p; a few passes, each at a better guess, come to a p with just a few slopes between it and the
// median. Of those the four smallest are picked, with their pairs, and the slopes of the middle ones are computed in
// double from the figures themselves.
//
// Floats only guide the search. The answer stands when the middle slopes lie further from their neighbours than
// rounding can have moved them; otherwise, and where many slopes are equal, the slopes around the middle are computed
// in double and selected from. At p = 0 the same count is Mann and Kendall's S: rounding never turns an order around,
// at most it makes unequal figures equal, which is checked.

namespace rodtrad::study {

namespace {

using Floats [[gnu::vector_size(64)]] = float;
using Counts [[gnu::vector_size(64)]] = std::int32_t; // and what comparing Floats gives: −1 true, 0 false
using Keys [[gnu::vector_size(64)]] = std::uint32_t;

constexpr std::size_t wide = 16; // units side by side
constexpr auto most_pairs = trend_periods * (trend_periods - 1) / 2;
constexpr auto largest = std::numeric_limits<double>::max();
constexpr auto infinite = std::numeric_limits<float>::infinity();

// A pair's number takes the last bits of its slope.
constexpr std::uint32_t pair_bits = 511;
static_assert(most_pairs <= pair_bits);
constexpr std::size_t picked = 4;

struct Pair {
    std::uint8_t earlier = 0;
    std::uint8_t later = 0;
};

constexpr auto pairs = [] {
    std::array<Pair, most_pairs> all{};
    std::size_t at = 0;
    for (std::uint8_t later = 1; later < trend_periods; ++later)
        for (std::uint8_t earlier = 0; earlier < later; ++earlier) all[at++] = {earlier, later};
    return all;
}();

struct Span {
    std::size_t from = 0;
    std::size_t periods = 0;
};

// The figures of sixteen units and what is found of them.
struct Block {
    alignas(64) double figures[trend_periods][wide];
    alignas(64) float levels[trend_periods][wide]; // figures, centred and scaled to −½ … ½
    alignas(64) double scale[wide];                // of figures to levels; 0 where they are too close or too far apart
    alignas(64) std::int32_t count[wide];          // figures
    alignas(64) std::int32_t rising[wide];
    alignas(64) std::int32_t equal[wide];
    alignas(64) std::int32_t ties[wide];
    alignas(64) float low[wide];           // the middle slopes lie here, in levels per period
    alignas(64) float high[wide];          //
    alignas(64) std::uint32_t first[wide]; // the pairs that give the lower and the upper middle slope
    alignas(64) std::uint32_t second[wide];
    alignas(64) std::int32_t is_found[wide];
};

[[gnu::always_inline]] inline Floats floats(float const* from) {
    Floats lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}
template <typename Vector, typename Value>
[[gnu::always_inline]] inline void put(Value* to, Vector lanes) {
    std::memcpy(to, &lanes, sizeof lanes);
}
[[gnu::always_inline]] inline Floats all_floats(float value) { return Floats{} + value; }
[[gnu::always_inline]] inline Counts all_counts(std::int32_t value) { return Counts{} + value; }
[[gnu::always_inline]] inline Floats as_floats(Counts counts) { return __builtin_convertvector(counts, Floats); }
[[gnu::always_inline]] inline bool is_any(Counts mask) {
    std::int32_t any = 0;
    for (std::size_t lane = 0; lane < wide; ++lane) any |= mask[lane];
    return any != 0;
}

[[gnu::always_inline]] inline void scale_figures(Block& block, std::size_t periods) {
    for (std::size_t half = 0; half < wide; half += lane_count) {
        auto least = all_lanes(std::numeric_limits<double>::infinity());
        auto most = -least;
        for (std::size_t t = 0; t < periods; ++t) {
            auto const figure = load(&block.figures[t][half]);
            least = figure < least ? figure : least;
            most = figure > most ? figure : most;
        }
        auto const range = most - least;
        auto const is_ordinary = (range > all_lanes(1e-290)) & (range < all_lanes(1e300));
        auto const scale = is_ordinary ? 1 / range : Lanes{};
        auto const centre = is_ordinary ? least + range / 2 : Lanes{};
        store(&block.scale[half], scale);
        for (std::size_t t = 0; t < periods; ++t) {
            using Half [[gnu::vector_size(32)]] = float;
            auto const figure = load(&block.figures[t][half]);
            auto const levels =
                __builtin_convertvector((is_ordinary ? figure - centre : figure - figure) * scale, Half);
            std::memcpy(&block.levels[t][half], &levels, sizeof levels);
        }
    }
}

[[gnu::always_inline]] inline void count_signs(Block& block, std::size_t periods) {
    Counts count{};
    Counts rising{};
    Counts equal{};
    Counts ties{};
    for (std::size_t j = 0; j < periods; ++j) {
        auto const later = floats(block.levels[j]);
        count -= later == later;
        Counts equals{};
        for (std::size_t i = 0; i < j; ++i) {
            auto const earlier = floats(block.levels[i]);
            rising -= earlier < later;
            equals -= earlier == later;
        }
        equal += equals;
        // The figure that makes a tied group of t one of t + 1 adds this to Σ t (t − 1) (2t + 5).
        ties += 6 * equals * (equals + 2);
    }
    put(block.count, count);
    put(block.rising, rising);
    put(block.equal, equal);
    put(block.ties, ties);
}

// How many slopes are below the given one, by the levels left when the line is taken away.
[[gnu::always_inline]] inline Counts count_below(Floats const* rest, std::size_t periods) {
    Counts even{};
    Counts odd{};
    for (std::size_t j = 1; j < periods; ++j) {
        auto const later = rest[j];
        std::size_t i = 0;
        for (; i + 1 < j; i += 2) {
            even -= later < rest[i];
            odd -= later < rest[i + 1];
        }
        if (i < j) even -= later < rest[i];
    }
    return even + odd;
}

[[gnu::always_inline]] inline void take_line_away(Block const& block, std::size_t periods, Floats slope, Floats* rest) {
    auto const middle = static_cast<float>(periods - 1) / 2;
    for (std::size_t t = 0; t < periods; ++t)
        rest[t] = floats(block.levels[t]) - slope * (static_cast<float>(t) - middle);
}

// Where the search starts: the least-squares slope, and how many slopes there are per unit of slope around it if the
// figures scatter normally about their line.
struct Start {
    Floats slope;
    Floats density;
};

[[gnu::always_inline]] inline Start start_of_search(Block const& block, std::size_t periods) {
    auto const middle = static_cast<float>(periods - 1) / 2;
    Floats n{};
    Floats sum_t{};
    Floats sum_tt{};
    Floats sum_x{};
    Floats sum_xt{};
    Floats sum_xx{};
    Floats distances{}; // Σ (later − earlier) over all pairs
    for (std::size_t t = 0; t < periods; ++t) {
        auto const level = floats(block.levels[t]);
        auto const is_there = level == level;
        auto const time = static_cast<float>(t) - middle;
        auto const x = is_there ? level : Floats{};
        auto const one = is_there ? all_floats(1) : Floats{};
        distances += is_there ? time * n - sum_t : Floats{};
        n += one;
        sum_t += time * one;
        sum_tt += time * time * one;
        sum_x += x;
        sum_xt += time * x;
        sum_xx += x * x;
    }
    auto const one_over_n = 1 / n;
    auto const tt = sum_tt - sum_t * sum_t * one_over_n;
    auto const xt = sum_xt - sum_x * sum_t * one_over_n;
    auto const xx = sum_xx - sum_x * sum_x * one_over_n;
    auto const slope = xt / tt;
    auto variance = (xx - slope * xt) * one_over_n;
    variance = variance > 1e-6F ? variance : all_floats(1e-6F);
    Floats density;
    for (std::size_t lane = 0; lane < wide; ++lane)
        density[lane] = distances[lane] / (3.5449F * __builtin_sqrtf(variance[lane])); // 2 √π σ
    return {slope, density};
}

constexpr int most_passes = 9;

// Comes to the pairs that give the middle slopes, or at least to bounds around them.
[[gnu::always_inline]] inline void search_middle(Block& block, std::size_t periods) {
    Counts count;
    Counts rising;
    Counts equal;
    std::memcpy(&count, block.count, sizeof count);
    std::memcpy(&rising, block.rising, sizeof rising);
    std::memcpy(&equal, block.equal, sizeof equal);
    auto const slopes = count * (count - 1) / 2;
    auto const falling = slopes - rising - equal;
    auto const lower = (slopes - 1) >> 1; // ranks of the two middle slopes, from 0
    auto const upper = slopes >> 1;
    auto const is_nought = (falling <= lower) & (upper < falling + equal);
    auto const fewest = upper - static_cast<std::int32_t>(picked - 2); // below a guess that is good enough

    auto const start = start_of_search(block, periods);
    auto low = all_floats(-2);
    auto high = all_floats(2);
    auto below_low = Counts{};
    auto below_high = slopes;
    auto is_done = is_nought | (slopes <= 0);
    auto guess = is_done ? Floats{} : start.slope;
    auto const aim = (as_floats(fewest + lower) + 1) / 2;
    Counts below{};
    Floats rest[trend_periods];
    for (int pass = 0; pass < most_passes; ++pass) {
        take_line_away(block, periods, guess, rest);
        auto const counted = count_below(rest, periods);
        below = counted;
        is_done |= (counted >= fewest) & (counted <= lower);
        if (!is_any(~is_done)) break;
        auto const is_low = counted <= lower;
        low = is_low ? guess : low;
        below_low = is_low ? counted : below_low;
        high = is_low ? high : guess;
        below_high = is_low ? below_high : counted;
        auto next = guess + (aim - as_floats(counted)) / start.density;
        if (pass > 0) {
            auto const across = low + (high - low) * (aim - as_floats(below_low)) / as_floats(below_high - below_low);
            auto const is_bracketed = (low > -2) & (high < 2);
            next = is_bracketed ? across : next;
        }
        auto const is_inside = (next > low) & (next < high);
        next = is_inside ? next : (low + high) / 2;
        guess = is_done ? guess : next;
    }

    // The four smallest slopes not below the guess, as their distances from it, numbered by their pairs. Distances
    // below it have their sign bit set and, as NaN, are larger than any number.
    auto constexpr none = 0x7f800000U; // infinity
    Keys nearest[picked];
    for (auto& keys : nearest) keys = Keys{} + none;
    std::uint32_t number = 0;
    for (std::size_t j = 1; j < periods; ++j)
        for (std::size_t i = 0; i < j; ++i, ++number) {
            auto const distance = (rest[j] - rest[i]) * (1 / static_cast<float>(j - i));
            Keys key;
            std::memcpy(&key, &distance, sizeof key);
            key = (key & ~pair_bits) | number;
            for (auto& kept : nearest) {
                auto const larger = kept < key ? key : kept;
                kept = kept < key ? kept : key;
                key = larger;
            }
        }

    // Which of them are the middle ones, and do they stand clear of their neighbours?
    auto const steepness = guess < 0 ? -guess : guess;
    auto const rounding = (steepness * static_cast<float>(trend_periods) + 1) * 0x1p-21F;
    auto const place = lower - below;
    auto const last_place = upper - below;
    Keys first{};
    Keys second{};
    auto is_clear = (below >= fewest) & (below <= lower);
    auto previous = Floats{};
    auto highest = Floats{};
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(picked); ++at) {
        auto const& key = nearest[at];
        first = (place == at) ? key : first;
        second = (last_place == at) ? key : second;
        auto const bits = key & ~pair_bits;
        Floats distance;
        std::memcpy(&distance, &bits, sizeof distance);
        highest = (last_place == at) ? distance : highest;
        auto const is_border = (place == at) | (last_place == at - 1);
        is_clear &= ~is_border | (distance - previous > rounding + distance * 0x1p-13F);
        previous = distance;
    }
    put(block.first, first & pair_bits);
    put(block.second, second & pair_bits);
    put(block.is_found, is_clear);
    auto const is_near = (below >= fewest) & (below <= lower);
    put(block.low, (is_near ? guess : low) - rounding * 2);
    put(block.high, (is_near ? guess + highest * (1 + 0x1p-12F) : high) + rounding * 2);
}

// A change too large for a double is the largest there is.
double slope_between(double earlier, double later, double periods) {
    auto const slope = (later - earlier) / periods;
    if (std::abs(slope) <= largest) return slope;
    return std::clamp(later / periods - earlier / periods, -largest, largest);
}

double slope_of_pair(Block const& block, std::size_t lane, std::uint32_t number) {
    auto const pair = pairs[number];
    return slope_between(block.figures[pair.earlier][lane], block.figures[pair.later][lane], pair.later - pair.earlier);
}

double middle_of(double* values, std::size_t n, std::size_t lower, std::size_t upper) {
    std::nth_element(values, values + upper, values + n);
    return lower == upper ? values[upper] : std::midpoint(*std::max_element(values, values + upper), values[upper]);
}

struct Series {
    std::array<double, trend_periods> figures{};
    std::array<std::uint8_t, trend_periods> times{};
    std::size_t n = 0;
};

Series series_of(Block const& block, std::size_t lane, std::size_t periods) {
    Series series;
    for (std::size_t t = 0; t < periods; ++t) {
        series.figures[series.n] = block.figures[t][lane];
        series.times[series.n] = static_cast<std::uint8_t>(t);
        series.n += std::isnan(block.figures[t][lane]) ? 0U : 1U;
    }
    return series;
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

// From the slopes between the bounds, where those hold the middle ones with some room.
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
            auto const slope = (series.figures[j] - series.figures[i]) *
                               per_period[static_cast<std::size_t>(series.times[j] - series.times[i])];
            inside[count] = {i, j};
            below += slope < low ? 1 : 0;
            count += slope >= low && slope <= high ? 1 : 0;
        }
    auto const all = series.n * (series.n - 1) / 2;
    auto const lower = (all - 1) / 2;
    auto const upper = all / 2;
    if (lower < below || below + count <= upper) return plain_slope(series);
    std::array<double, most_pairs> slopes;
    for (std::size_t at = 0; at < count; ++at) {
        auto const pair = inside[at];
        slopes[at] = slope_between(series.figures[pair.earlier], series.figures[pair.later],
                                   series.times[pair.later] - series.times[pair.earlier]);
    }
    return middle_of(slopes.data(), count, lower - below, upper - below);
}

struct Signs {
    double s = 0;
    double ties = 0;
};

Signs plain_signs(Series const& series) {
    Signs signs;
    for (std::size_t j = 1; j < series.n; ++j) {
        double equals = 0;
        for (std::size_t i = 0; i < j; ++i) {
            signs.s += series.figures[i] < series.figures[j] ? 1 : series.figures[i] > series.figures[j] ? -1 : 0;
            equals += series.figures[i] == series.figures[j] ? 1 : 0;
        }
        signs.ties += 6 * equals * (equals + 2);
    }
    return signs;
}

double z_of(Signs signs, double n) {
    auto const variance = (n * (n - 1) * (2 * n + 5) - signs.ties) / 18;
    auto const nearer_zero = signs.s > 0 ? signs.s - 1 : signs.s < 0 ? signs.s + 1 : 0;
    return variance > 0 ? nearer_zero / std::sqrt(variance) : 0;
}

[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
void search_block(Block& block, std::size_t periods) {
    scale_figures(block, periods);
    count_signs(block, periods);
    search_middle(block, periods);
}

} // namespace

void trend_sweep(Plane const& plane, std::size_t from, std::size_t end, double* slope, double* z) {
    assert(from <= end && end - from <= trend_periods);
    auto const periods = end - from;
    Block block;
    for (std::size_t unit = 0; unit < plane.stride(); unit += wide) {
        auto const lanes = std::min(wide, plane.stride() - unit);
        for (std::size_t t = 0; t < periods; ++t)
            for (std::size_t half = 0; half < wide; half += lane_count)
                store(&block.figures[t][half],
                      half < lanes ? load(plane.row(from + t) + unit + half) : all_lanes(Plane::no_value));
        search_block(block, periods);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            auto const n = block.count[lane];
            auto& lane_slope = slope[unit + lane];
            auto& lane_z = z[unit + lane];
            lane_slope = lane_z = Plane::no_value;
            if (n < 2) continue;
            auto const all = n * (n - 1) / 2;
            auto const falling = all - block.rising[lane] - block.equal[lane];
            if (block.scale[lane] == 0 || block.equal[lane] > 0) {
                auto const series = series_of(block, lane, periods);
                lane_z = z_of(plain_signs(series), n);
                lane_slope = block.scale[lane] == 0      ? plain_slope(series)
                             : block.is_found[lane] != 0 ? std::midpoint(slope_of_pair(block, lane, block.first[lane]),
                                                                         slope_of_pair(block, lane, block.second[lane]))
                                                         : slope_within(series, block.low[lane] / block.scale[lane],
                                                                        block.high[lane] / block.scale[lane]);
                continue;
            }
            lane_z =
                z_of({static_cast<double>(block.rising[lane] - falling), static_cast<double>(block.ties[lane])}, n);
            lane_slope = block.is_found[lane] != 0
                             ? std::midpoint(slope_of_pair(block, lane, block.first[lane]),
                                             slope_of_pair(block, lane, block.second[lane]))
                             : slope_within(series_of(block, lane, periods), block.low[lane] / block.scale[lane],
                                            block.high[lane] / block.scale[lane]);
        }
    }
}

} // namespace rodtrad::study
