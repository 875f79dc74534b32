#include "study/kernels/step_sweep.hpp"

#include "study/kernels/block.hpp"

#include <algorithm>

namespace rodtrad::study {

namespace {

// How many points there are, the last of them summed, and where the first period stands that may be among the last
// five.
struct Tail {
    Lanes points;
    std::array<Lanes, longest_step> sums;
    std::size_t capture_from;
};

template <Gaps gaps>
[[gnu::always_inline]] inline Tail tail_of(Block<gaps> const& block) {
    Tail tail{};
    std::array<Lanes, longest_step> last{}; // [0] is the newest
    if constexpr (gaps == Gaps::none) {
        tail.points = all_lanes(static_cast<double>(block.end));
        for (std::size_t k = 0; k < std::min(longest_step, block.end); ++k) last[k] = block.at(block.end - 1 - k);
        tail.capture_from = block.end - std::min(block.end, longest_step + 1);
    } else {
        std::array<Lanes, longest_step + 1> times{}; // of the last five
        for (std::size_t t = 0; t < block.end; ++t) {
            auto const x = block.at(t);
            auto const is_there = x == x;
            tail.points = is_there ? tail.points + 1.0 : tail.points;
            for (std::size_t k = longest_step; k-- > 1;) last[k] = is_there ? last[k - 1] : last[k];
            last[0] = is_there ? x : last[0];
            for (std::size_t k = longest_step; k > 0; --k) times[k] = is_there ? times[k - 1] : times[k];
            times[0] = is_there ? all_lanes(static_cast<double>(t)) : times[0];
        }
        auto earliest = times[longest_step][0];
        for (std::size_t lane = 1; lane < lane_count; ++lane) earliest = std::min(earliest, times[longest_step][lane]);
        tail.capture_from = static_cast<std::size_t>(earliest);
    }
    Lanes sum{};
    for (std::size_t k = 0; k < longest_step; ++k) {
        sum += last[k];
        tail.sums[k] = sum;
    }
    return tail;
}

template <Gaps gaps>
[[gnu::always_inline]] inline void splits_of(Block<gaps> const& block, Tail const& tail, std::size_t unit,
                                             StepSums& sums) {
    std::array<Lanes, longest_step> before{};
    std::array<Lanes, longest_step> variance{};
    Lanes count{};
    Lanes mean{};
    Lanes squares{};
    for (std::size_t t = 0; t < block.end; ++t) {
        auto const x = block.at(t);
        auto const next_count = count + 1.0;
        auto const distance = x - mean;
        // One over a number that all lanes share where there are no gaps, and cheap then.
        auto const share = gaps == Gaps::none ? all_lanes(1 / static_cast<double>(t + 1)) : 1.0 / next_count;
        auto const next_mean = mean + distance * share;
        squares = block.if_there(x, squares + distance * (x - next_mean), squares);
        mean = block.if_there(x, next_mean, mean);
        count = block.if_there(x, next_count, count);
        if (t < tail.capture_from) continue;
        for (std::size_t k = 1; k <= longest_step; ++k) {
            auto const is_split = (x == x) & (count == tail.points - static_cast<double>(k));
            before[k - 1] = is_split ? mean : before[k - 1];
            variance[k - 1] = (is_split & (count > 1.0)) ? squares / (count - 1.0) : variance[k - 1];
        }
    }
    for (std::size_t k = 0; k < longest_step; ++k) {
        store(&sums.before[k][unit], before[k]);
        store(&sums.variance[k][unit], variance[k]);
        store(&sums.after[k][unit], tail.sums[k] / static_cast<double>(k + 1));
    }
}

template <Gaps gaps>
[[gnu::always_inline]] inline void correlation_of(Block<gaps> const& block, Tail const& tail, std::size_t unit,
                                                  StepSums& sums) {
    auto const mean = load(&sums.before[0][unit]);
    auto const points = tail.points - 1.0;
    Lanes count{};
    Lanes products{};
    Lanes squares{};
    Lanes previous{};
    // All but the last point.
    auto const end = gaps == Gaps::none && block.end > 0 ? block.end - 1 : block.end;
    for (std::size_t t = 0; t < end; ++t) {
        auto const x = block.at(t);
        auto const distance = x - mean;
        if constexpr (gaps == Gaps::none) {
            products += distance * previous;
            squares += distance * distance;
            previous = distance;
        } else {
            auto const is_there = x == x;
            count = is_there ? count + 1.0 : count;
            auto const is_before_last = is_there & (count <= points);
            products = is_before_last ? products + distance * previous : products;
            squares = is_before_last ? squares + distance * distance : squares;
            previous = is_before_last ? distance : previous;
        }
    }
    auto const divisor = points > 4.0 ? points - 3.0 : all_lanes(1);
    store(&sums.correlation[unit], squares > 0.0 ? (products / squares * points + 1.0) / divisor : Lanes{});
    store(&sums.squares[unit], squares);
}

template <Gaps gaps>
[[gnu::always_inline]] inline void sums_of(Block<gaps> const& block, std::size_t unit, StepSums& sums) {
    auto const tail = tail_of(block);
    store(&sums.points[unit], tail.points);
    splits_of(block, tail, unit, sums);
    correlation_of(block, tail, unit, sums);
}

[[gnu::always_inline]] inline void sweep(Plane const& plane, std::size_t end, StepSums& sums) {
    for (std::size_t unit = 0; unit < plane.units(); unit += lane_count) {
        auto const* column = plane.row(0) + unit;
        if (has_gaps(column, plane.stride(), end)) {
            sums_of(Block<Gaps::some>{column, plane.stride(), end}, unit, sums);
        } else {
            sums_of(Block<Gaps::none>{column, plane.stride(), end}, unit, sums);
        }
    }
}

[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
void dispatch(Plane const& plane, std::size_t end, StepSums& sums) {
    sweep(plane, end, sums);
}

} // namespace

void step_sweep(Plane const& plane, std::size_t end, StepSums& sums) {
    for (auto* column : {&sums.points, &sums.correlation, &sums.squares}) column->resize(plane.stride());
    for (auto* columns : {&sums.before, &sums.variance, &sums.after})
        for (auto& column : *columns) column.resize(plane.stride());
    dispatch(plane, end, sums);
}

} // namespace rodtrad::study
