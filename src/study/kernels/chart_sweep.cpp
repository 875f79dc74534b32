#include "study/kernels/chart_sweep.hpp"

#include "study/kernels/block.hpp"

#include <array>
#include <limits>

namespace rodtrad::study {

namespace {

constexpr double limits_per_range = 2.66;
constexpr double near_per_range = limits_per_range * 2 / 3;
constexpr double largest_usual_range = 3.267; // × the average moving range
constexpr std::size_t run_length = 7;         // points of a trend or a shift
constexpr double rounding = 1e-9;             // relative

[[gnu::always_inline]] inline Lanes magnitude(Lanes x) { return x < 0.0 ? -x : x; }
[[gnu::always_inline]] inline Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
[[gnu::always_inline]] inline LaneMask exists(Lanes x) { return x == x; }

// What one walk along time gives.
struct Walk {
    Lanes points;
    Lanes sum;
    Lanes ranges;              // summed
    Lanes rising;              // steps in a row up to the last point; where there are no gaps no more are counted than
    Lanes falling;             // make a trend
    std::array<Lanes, 3> last; // points, the newest first
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
                walk.rising = step > 0.0 ? walk.rising + 1.0 : Lanes{};
                walk.falling = step < 0.0 ? walk.falling + 1.0 : Lanes{};
            }
        } else {
            auto const has_before = exists(x) & (walk.points > 0.0);
            walk.ranges = has_before ? walk.ranges + magnitude(step) : walk.ranges;
            auto const rising = step > 0.0 ? walk.rising + 1.0 : Lanes{};
            auto const falling = step < 0.0 ? walk.falling + 1.0 : Lanes{};
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
    Lanes usual_ranges; // summed: those below the largest usual one
    Lanes usual_count;
    Lanes above; // points in a row on one side of the mean, up to the last; where there are no gaps no more are counted
    Lanes below; // than make a shift
};

template <Gaps gaps>
[[gnu::always_inline]] inline Return return_along(Block<gaps> const& block, Lanes mean, Lanes largest_range) {
    Return result{};
    Lanes points{};
    Lanes before{};
    auto const first_of_shift = block.end > run_length ? block.end - run_length : 0;
    for (std::size_t t = 0; t < block.end; ++t) {
        auto const x = block.at(t);
        auto const range = magnitude(x - before);
        auto const is_usual = exists(x) & (points > 0.0) & (range < largest_range);
        result.usual_ranges = is_usual ? result.usual_ranges + range : result.usual_ranges;
        result.usual_count = is_usual ? result.usual_count + 1.0 : result.usual_count;
        if (gaps == Gaps::some || t >= first_of_shift) {
            // A point within a rounding error of the mean does not end a run here.
            auto const on_the_line = rounding * larger(all_lanes(1), magnitude(x));
            auto const above = x > mean - on_the_line ? result.above + 1.0 : Lanes{};
            auto const below = x < mean + on_the_line ? result.below + 1.0 : Lanes{};
            result.above = block.if_there(x, above, result.above);
            result.below = block.if_there(x, below, result.below);
        }
        before = block.if_there(x, x, before);
        points = block.if_there(x, points + 1.0, points);
    }
    return result;
}

[[gnu::always_inline]] inline LaneMask two_of(std::array<LaneMask, 3> const& are) {
    return (are[0] & are[1]) | (are[0] & are[2]) | (are[1] & are[2]);
}

template <Gaps gaps>
[[gnu::always_inline]] inline void chart(Block<gaps> const& block, std::size_t unit, ChartSums& sums) {
    auto const nothing = all_lanes(std::numeric_limits<double>::quiet_NaN());
    auto const walk = walk_along(block);
    auto const mean = walk.points > 0.0 ? walk.sum / walk.points : nothing;
    auto const average_range = walk.ranges / (walk.points - 1.0);
    auto const back = return_along(block, mean, largest_usual_range * average_range);
    auto const screened = back.usual_count > 0.0 ? back.usual_ranges / back.usual_count : average_range;
    auto const range = walk.points > 1.0 ? screened : nothing;

    auto const slack = rounding * larger(all_lanes(1), magnitude(mean));
    auto const reach = limits_per_range * range - slack;
    auto const near = near_per_range * range - slack;
    std::array<LaneMask, 3> high{};
    std::array<LaneMask, 3> low{};
    for (std::size_t i = 0; i < 3; ++i) {
        high[i] = walk.last[i] > mean + near;
        low[i] = walk.last[i] < mean - near;
    }
    constexpr auto trend_steps = static_cast<double>(run_length) - 1.5; // more than
    constexpr auto shift_points = static_cast<double>(run_length) - 0.5;
    auto const has_three = walk.points > 2.0;
    auto const up = (walk.last[0] > mean + reach) | (walk.rising > trend_steps) |
                    (has_three & (back.above > 2.0) & high[0] & two_of(high)) | (back.above > shift_points);
    auto const down = (walk.last[0] < mean - reach) | (walk.falling > trend_steps) |
                      (has_three & (back.below > 2.0) & low[0] & two_of(low)) | (back.below > shift_points);

    store(&sums.points[unit], walk.points);
    store(&sums.mean[unit], mean);
    store(&sums.range[unit], range);
    // By the order of the rules a point beyond a limit is named by its side, whatever the trend into it.
    auto const is_more_up = walk.last[0] > mean;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        auto const is_up = up[lane] != 0;
        auto const is_down = down[lane] != 0;
        auto const both = is_more_up[lane] != 0 ? 1 : -1;
        sums.cause[unit + lane] = static_cast<std::int8_t>(walk.points[lane] < 2 ? 0
                                                           : is_up && is_down    ? both
                                                           : is_up               ? 1
                                                           : is_down             ? -1
                                                                                 : 0);
    }
}

[[gnu::always_inline]] inline void sweep(Plane const& plane, std::size_t end, ChartSums& sums) {
    for (std::size_t unit = 0; unit < plane.units(); unit += lane_count) {
        auto const* column = plane.row(0) + unit;
        if (has_gaps(column, plane.stride(), end)) {
            chart(Block<Gaps::some>{column, plane.stride(), end}, unit, sums);
        } else {
            chart(Block<Gaps::none>{column, plane.stride(), end}, unit, sums);
        }
    }
}

[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
void dispatch(Plane const& plane, std::size_t end, ChartSums& sums) {
    sweep(plane, end, sums);
}

} // namespace

void chart_sweep(Plane const& plane, std::size_t end, ChartSums& sums) {
    for (auto* column : {&sums.points, &sums.mean, &sums.range}) column->resize(plane.stride());
    sums.cause.resize(plane.stride());
    dispatch(plane, end, sums);
}

} // namespace rodtrad::study
