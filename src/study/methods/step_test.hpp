#pragma once

#include "study/kernels/plane.hpp"
#include "study/kernels/step_sweep.hpp"
#include "study/methods/answer.hpp"
#include "study/methods/moderated_variance.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M3, the heart of the board: has a series' level changed over its last 1–4 points? Each series is judged
// against its own earlier points, with a noise level and an autocorrelation borrowed from the whole family (the same
// measure and group in all units): a short series alone knows too little of its own noise.

inline constexpr std::size_t fewest_before_step = 5;   // points before it
inline constexpr std::size_t fewest_for_step_test = 6; // of both

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

// The series of a family: the units of a plane, over its periods [0, end), from the current segment only.
// A series with fewer than 6 points is not tested, nor one without noise of its own in a family that cannot lend any
// (fewer than 3 series, or half of them constant), nor one so large that its squares have no end.
class StepFamily {
public:
    // From whom the autocorrelation is borrowed. `all`: as STATISTICS M3 has it. `unstepped`: not from a series whose
    // own step is plain to see (p ≤ 0.01), as its points resemble each other because of the step (docs/decisions/0022).
    enum class Lenders : std::uint8_t { all, unstepped };

    StepFamily(Plane const& plane, std::size_t end, Lenders lenders = Lenders::all);

    std::size_t size() const { return m_tested.size(); }
    double autocorrelation() const { return m_autocorrelation; } // pooled lag-1 autocorrelation, 0 … 0.8
    std::size_t points(std::size_t unit) const { return static_cast<std::size_t>(m_sums.points[unit]); }

    bool is_tested(std::size_t unit) const { return m_tested[unit] > 0; }
    // How many steps were tried: k = 1, 2, … of them.
    std::size_t tested(std::size_t unit) const { return m_tested[unit]; }
    double t(std::size_t unit, std::size_t k) const { return m_t[k - 1][unit]; }

    // too_few_points or zero_variance where it is not tested.
    Answer<StepTest> test(std::size_t unit) const;

    // The tests whose p is at most a limit, by unit. Most are passed over by their t alone.
    struct OfUnit {
        std::size_t unit = 0;
        StepTest test;
    };
    std::vector<OfUnit> within(double p) const;

private:
    void test_steps(std::size_t longest);
    double degrees_of_freedom(std::size_t points, std::size_t k) const;
    // Among the steps asked for, of which one is the best.
    StepTest best_of(std::size_t unit, std::array<bool, longest_step> const& is_asked) const;

    StepSums m_sums;
    double m_autocorrelation = 0;
    std::array<VariancePrior, longest_step> m_priors; // on 0 degrees of freedom where there is none to borrow
    std::vector<std::uint8_t> m_tested;
    std::array<std::vector<double>, longest_step> m_t;
};

} // namespace rodtrad::study
