#include "study/kernels/chart_rows.hpp"

#include "study/kernels/block.hpp"

namespace rodtrad::study {

namespace {

constexpr double limits_per_range = 2.66;
constexpr double near_per_range = limits_per_range * 2 / 3;
constexpr double largest_usual_range = 3.267; // × the average moving range
constexpr std::size_t run_length = 7;         // points of a trend or a shift
constexpr double rounding = 1e-9;             // relative

[[gnu::always_inline]] inline Doubles magnitude(Doubles x) { return x < 0.0 ? -x : x; }
[[gnu::always_inline]] inline Doubles larger(Doubles a, Doubles b) { return a > b ? a : b; }

// What one walk along time gives.
struct Walk {
    Doubles points;
    Doubles sum;
    Doubles ranges;  // summed
    Doubles rising;  // steps in a row up to the last point; where there are no gaps no more are counted than
    Doubles falling; // make a trend
    Doubles last[3]; // points, the newest first
};

template <Gaps gaps>
[[gnu::always_inline]] inline Walk walk_along(Block<gaps> const& block) {
    Walk walk{};
    auto const first_step_of_trend = block.end > run_length ? block.end - run_length + 1 : 1;
    for (std::size_t t = 0; t < block.end; ++t) {
        auto const x = block.at(t);
        auto const step = x - walk.last[0];
        if constexpr (gaps == Gaps::none) {
            if (t > 0) walk.ranges += magnitude(step);
            if (t >= first_step_of_trend) {
                walk.rising = step > 0.0 ? walk.rising + 1.0 : Doubles{};
                walk.falling = step < 0.0 ? walk.falling + 1.0 : Doubles{};
            }
        } else {
            auto const has_before = (x == x) & (walk.points > 0.0);
            walk.ranges = has_before ? walk.ranges + magnitude(step) : walk.ranges;
            auto const rising = step > 0.0 ? walk.rising + 1.0 : Doubles{};
            auto const falling = step < 0.0 ? walk.falling + 1.0 : Doubles{};
            walk.rising = has_before ? rising : walk.rising;
            walk.falling = has_before ? falling : walk.falling;
        }
        walk.sum = block.if_there(x, walk.sum + x, walk.sum);
        walk.points = block.if_there(x, walk.points + 1.0, walk.points);
        walk.last[2] = block.if_there(x, walk.last[1], walk.last[2]);
        walk.last[1] = block.if_there(x, walk.last[0], walk.last[1]);
        walk.last[0] = block.if_there(x, x, walk.last[0]);
    }
    return walk;
}

// What a second walk gives, when the mean is known.
struct Return {
    Doubles usual_ranges; // summed: those below the largest usual one
    Doubles usual_count;
    Doubles
        above; // points in a row on one side of the mean, up to the last; where there are no gaps no more are counted
    Doubles below; // than make a shift
};

template <Gaps gaps>
[[gnu::always_inline]] inline Return return_along(Block<gaps> const& block, Doubles mean, Doubles largest_range) {
    Return result{};
    Doubles points{};
    Doubles before{};
    auto const first_of_shift = block.end > run_length ? block.end - run_length : 0;
    for (std::size_t t = 0; t < block.end; ++t) {
        auto const x = block.at(t);
        auto const range = magnitude(x - before);
        auto const is_usual = (x == x) & (points > 0.0) & (range < largest_range);
        result.usual_ranges = is_usual ? result.usual_ranges + range : result.usual_ranges;
        result.usual_count = is_usual ? result.usual_count + 1.0 : result.usual_count;
        if (gaps == Gaps::some || t >= first_of_shift) {
            // A point within a rounding error of the mean does not end a run here.
            auto const on_the_line = rounding * larger(in_all(1), magnitude(x));
            auto const above = x > mean - on_the_line ? result.above + 1.0 : Doubles{};
            auto const below = x < mean + on_the_line ? result.below + 1.0 : Doubles{};
            result.above = block.if_there(x, above, result.above);
            result.below = block.if_there(x, below, result.below);
        }
        before = block.if_there(x, x, before);
        points = block.if_there(x, points + 1.0, points);
    }
    return result;
}

[[gnu::always_inline]] inline LongCounts two_of(LongCounts a, LongCounts b, LongCounts c) {
    return (a & b) | (a & c) | (b & c);
}

template <Gaps gaps>
[[gnu::always_inline]] inline void chart(Block<gaps> const& block, std::size_t unit, ChartRows const& to) {
    auto const nothing = in_all(__builtin_nan(""));
    auto const walk = walk_along(block);
    auto const mean = walk.points > 0.0 ? walk.sum / walk.points : nothing;
    auto const average_range = walk.ranges / (walk.points - 1.0);
    auto const back = return_along(block, mean, largest_usual_range * average_range);
    auto const screened = back.usual_count > 0.0 ? back.usual_ranges / back.usual_count : average_range;
    auto const range = walk.points > 1.0 ? screened : nothing;

    auto const slack = rounding * larger(in_all(1), magnitude(mean));
    auto const high = mean + (near_per_range * range - slack);
    auto const low = mean - (near_per_range * range - slack);
    auto const reach = limits_per_range * range - slack;
    constexpr auto trend_steps = static_cast<double>(run_length) - 1.5; // more than
    constexpr auto shift_points = static_cast<double>(run_length) - 0.5;
    auto const& [newest, second, third] = walk.last;
    auto const has_three = walk.points > 2.0;
    auto const two_high =
        has_three & (back.above > 2.0) & (newest > high) & two_of(newest > high, second > high, third > high);
    auto const two_low =
        has_three & (back.below > 2.0) & (newest < low) & two_of(newest < low, second < low, third < low);
    auto const is_up = (newest > mean + reach) | (walk.rising > trend_steps) | two_high | (back.above > shift_points);
    auto const is_down = (newest < mean - reach) | (walk.falling > trend_steps) | two_low | (back.below > shift_points);

    auto const if_up = is_down ? in_all(2) : in_all(1);
    auto const cause = is_up ? if_up : is_down ? in_all(-1) : in_all(0);
    put(to.points + unit, walk.points);
    put(to.mean + unit, mean);
    put(to.range + unit, range);
    put(to.cause + unit, walk.points > 1.0 ? cause : in_all(0));
}

} // namespace

template <>
void chart_rows<compiled_for>(double const* figures, std::size_t stride, std::size_t units, std::size_t end,
                              ChartRows const& to) {
    for (std::size_t unit = 0; unit < units; unit += block_units) {
        auto const* column = figures + unit;
        if (has_gaps(column, stride, end)) {
            chart(Block<Gaps::some>{column, stride, end}, unit, to);
        } else {
            chart(Block<Gaps::none>{column, stride, end}, unit, to);
        }
    }
}

} // namespace rodtrad::study
