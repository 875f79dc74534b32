#pragma once

#include "study/kernels/processor.hpp"

#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

// Shapes for the kernels' tests, the same on every run.
namespace rodtrad::study::tests {

class Chance {
public:
    explicit Chance(unsigned seed) : m_engine{seed} {}

    double share() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; } // 0 ≤ share < 1
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(share() * static_cast<double>(end)); }
    std::size_t between(std::size_t first, std::size_t last) { return first + below(last - first + 1); }
    bool happens(double chance) { return share() < chance; }

private:
    std::mt19937_64 m_engine;
};

// A processor that this one can stand for.
inline Processor some_processor(Chance& chance) {
    return static_cast<Processor>(chance.below(static_cast<std::size_t>(this_processor()) + 1));
}

// How the figures of a measure may look.
enum class Figures { smooth, rounded, few_values, all_equal, tiny, huge, nearly_equal, anything };
inline constexpr std::size_t kinds_of_figures = 8;

inline double figure(Chance& chance, Figures kind) {
    switch (kind) {
    case Figures::smooth:
        return chance.share() * 100;
    case Figures::rounded:
        return std::round(chance.share() * 1000) / 10;
    case Figures::few_values:
        return static_cast<double>(chance.below(4)) - 1;
    case Figures::all_equal:
        return 7.3;
    case Figures::tiny:
        return static_cast<double>(chance.below(9)) * 5e-324;
    case Figures::huge:
        return (chance.share() * 2 - 1) * 1.75e308;
    case Figures::nearly_equal:
        return 1 + static_cast<double>(chance.below(6)) * 0x1p-52;
    case Figures::anything:
        return std::ldexp(chance.share() - 0.5, static_cast<int>(chance.below(2000)) - 1000);
    }
    return 0;
}

} // namespace rodtrad::study::tests
