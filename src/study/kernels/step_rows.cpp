#include "study/kernels/step_rows.hpp"

#include "study/kernels/block.hpp"

namespace rodtrad::study {

namespace {

// How many points there are, the last of them summed, and where the first period stands that may be among the last
// five.
struct Tail {
    Doubles points;
    Doubles sums[longest_step];
    std::size_t capture_from;
};

template <Gaps gaps>
[[gnu::always_inline]] inline Tail tail_of(Block<gaps> const& block) {
    Tail tail{};
    Doubles last[longest_step]{}; // [0] is the newest
    if constexpr (gaps == Gaps::none) {
        tail.points = in_all(static_cast<double>(block.end));
        for (std::size_t k = 0; k < longest_step && k < block.end; ++k) last[k] = block.at(block.end - 1 - k);
        tail.capture_from = block.end > longest_step ? block.end - longest_step - 1 : 0;
    } else {
        Doubles times[longest_step + 1]{}; // of the last five
        for (std::size_t t = 0; t < block.end; ++t) {
            auto const x = block.at(t);
            auto const is_there = x == x;
            tail.points = is_there ? tail.points + 1.0 : tail.points;
            for (std::size_t k = longest_step; k-- > 1;) last[k] = is_there ? last[k - 1] : last[k];
            last[0] = is_there ? x : last[0];
            for (std::size_t k = longest_step; k > 0; --k) times[k] = is_there ? times[k - 1] : times[k];
            times[0] = is_there ? in_all(static_cast<double>(t)) : times[0];
        }
        auto earliest = times[longest_step][0];
        for (std::size_t lane = 1; lane < block_units; ++lane)
            earliest = times[longest_step][lane] < earliest ? times[longest_step][lane] : earliest;
        tail.capture_from = static_cast<std::size_t>(earliest);
    }
    Doubles sum{};
    for (std::size_t k = 0; k < longest_step; ++k) {
        sum += last[k];
        tail.sums[k] = sum;
    }
    return tail;
}

// Welford's recurrences along time, kept as they were before each of the last points.
template <Gaps gaps>
[[gnu::always_inline]] inline void splits_of(Block<gaps> const& block, Tail const& tail, std::size_t unit,
                                             StepRows const& to) {
    Doubles before[longest_step]{};
    Doubles variance[longest_step]{};
    Doubles count{};
    Doubles mean{};
    Doubles squares{};
    for (std::size_t t = 0; t < block.end; ++t) {
        auto const x = block.at(t);
        auto const next_count = count + 1.0;
        auto const distance = x - mean;
        // One over a number that all lanes share where there are no gaps, and cheap then.
        auto const share = gaps == Gaps::none ? in_all(1 / static_cast<double>(t + 1)) : 1.0 / next_count;
        auto const next_mean = mean + distance * share;
        squares = block.if_there(x, squares + distance * (x - next_mean), squares);
        mean = block.if_there(x, next_mean, mean);
        count = block.if_there(x, next_count, count);
        if (t < tail.capture_from) continue;
        for (std::size_t k = 1; k <= longest_step; ++k) {
            auto const left = tail.points - static_cast<double>(k);
            // Where there is no figure in this period what is kept is kept once more.
            before[k - 1] = count == left ? mean : before[k - 1];
            variance[k - 1] = count == left ? squares : variance[k - 1];
        }
    }
    for (std::size_t k = 0; k < longest_step; ++k) {
        auto const freedom = tail.points - static_cast<double>(k + 2);
        put(to.before[k] + unit, before[k]);
        put(to.variance[k] + unit, freedom > 0.0 ? variance[k] / freedom : Doubles{});
        put(to.after[k] + unit, tail.sums[k] / static_cast<double>(k + 1));
    }
}

template <Gaps gaps>
[[gnu::always_inline]] inline void correlation_of(Block<gaps> const& block, Tail const& tail, std::size_t unit,
                                                  StepRows const& to) {
    auto const mean = load_as<Doubles>(to.before[0] + unit);
    auto const points = tail.points - 1.0;
    Doubles count{};
    Doubles products{};
    Doubles squares{};
    Doubles previous{};
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
            // Counting stops a point early, and a lane without a figure is not beyond the last by then.
            count = x == x ? count + 1.0 : count;
            auto const last_counted = x == x ? count : in_all(__builtin_inf());
            products = last_counted <= points ? products + distance * previous : products;
            squares = last_counted <= points ? squares + distance * distance : squares;
            previous = last_counted <= points ? distance : previous;
        }
    }
    auto const divisor = points > 4.0 ? points - 3.0 : in_all(1);
    put(to.correlation + unit, squares > 0.0 ? (products / squares * points + 1.0) / divisor : Doubles{});
    put(to.squares + unit, squares);
}

template <Gaps gaps>
[[gnu::always_inline]] inline void sums_of(Block<gaps> const& block, std::size_t unit, StepRows const& to) {
    auto const tail = tail_of(block);
    put(to.points + unit, tail.points);
    splits_of(block, tail, unit, to);
    correlation_of(block, tail, unit, to);
}

} // namespace

template <>
void step_rows<compiled_for>(double const* figures, std::size_t stride, std::size_t units, std::size_t end,
                             StepRows const& to) {
    for (std::size_t unit = 0; unit < units; unit += block_units) {
        auto const* column = figures + unit;
        if (has_gaps(column, stride, end)) {
            sums_of(Block<Gaps::some>{column, stride, end}, unit, to);
        } else {
            sums_of(Block<Gaps::none>{column, stride, end}, unit, to);
        }
    }
}

} // namespace rodtrad::study
