#pragma once

#include "study/board.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Boards in which only chance moves the figures, for tests of what a follow-up finds in them once something does.
namespace rodtrad::study::test {

inline constexpr std::size_t years = 10;

// Schools with figures that only chance moves, 2015–2024: a share of 200 pupils around 80 %, women and men apart.
Board quiet_schools(std::uint64_t seed, std::size_t schools = 20);

// Figures without counts, noise 1 around a level.
std::vector<double> quiet(Chance& chance, std::size_t points = years, double level = 50);
// The same, `size` higher in the `last` of them.
std::vector<double> with_step(std::vector<double> values, std::size_t last, double size);
// Waiting times in as many units, from 2015.
Board quiet_units(std::uint64_t seed, domain::Polarity polarity, std::size_t units = 20);

// A finding as the list of a board has it, with the tier of its card.
struct Seen {
    Tier tier;
    Finding finding;
};
std::optional<Seen> seen(Board const& board, std::string_view measure, std::string_view unit, FindingKind kind,
                         std::string_view group = "T");

} // namespace rodtrad::study::test
