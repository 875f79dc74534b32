#pragma once

#include "study/methods/answer.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M3, the heart of the board: has a series' level changed over its last 1–4 points? Each series is judged
// against its own earlier points, with a noise level and an autocorrelation borrowed from the whole family (the same
// measure and group in all units): a short series alone knows too little of its own noise.

inline constexpr std::size_t longest_step = 4;         // points after the step
inline constexpr std::size_t fewest_before_step = 5;   // points before it
inline constexpr std::size_t fewest_for_step_test = 6; // of both

// The series of a family, one after the other: series u is values[first[u]] … values[first[u + 1] − 1], its figures
// that exist in time order, from the current segment only. `first` has one element more than there are series.
struct SeriesFamily {
    std::span<double const> values;
    std::span<std::size_t const> first;
    std::size_t size() const { return first.size() - 1; }
    std::span<double const> operator[](std::size_t u) const {
        return values.subspan(first[u], first[u + 1] - first[u]);
    }
};

// The last k points against all before them. Its two-sided p is t_two_sided(t, df).
struct StepAt {
    double t = 0;
    double df = 0; // may be infinite
};

struct StepTest {
    std::array<StepAt, longest_step> at; // [k − 1]; only the first `tested` are filled
    std::size_t tested = 0;              // always k = 1, 2, … tested
    std::size_t best = 0;                // the k with the smallest p, the smallest k of equals
    double p = 1;                        // smallest p × tested, at most 1 (Bonferroni over k)
    double before = 0;                   // mean of the points before the step at `best`
    double after = 0;                    // mean of the last `best` points
    double effect() const { return after - before; }
};

struct StepTests {
    double autocorrelation = 0; // pooled lag-1 autocorrelation, 0 … 0.8
    std::vector<Answer<StepTest>> series;
};

// One answer per series. Fewer than 6 points → too_few_points. A series without noise of its own, in a family that
// cannot lend any (fewer than 3 series, or half of them constant) → zero_variance.
StepTests step_tests(SeriesFamily const& family);

} // namespace rodtrad::study
