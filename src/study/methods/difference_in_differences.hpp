#pragma once

#include "study/methods/panel.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rodtrad::study {

struct DifferenceInDifferences {
    PanelEffect effect; // no inference with fewer than 2 units on either side: too_few_units
    // The textbook form: how much the treated units' mean moved, less how much the others' did. Equal to the estimate
    // in a balanced panel.
    std::optional<double> four_means;
    std::size_t treated_units = 0; // that are ever treated
    std::size_t comparison_units = 0;
};

// STATISTICS M12: y = unit + period + β·treated·post, by two_way_effect. `treated` and `post` are 0 or 1 for each row:
// the unit belongs to the treated, and the period comes after the start. All starts are the same; for different ones
// see staggered_adoption.hpp. All treated, nobody treated, or nothing before or after → not_identified.
Answer<DifferenceInDifferences> difference_in_differences(PanelRows rows, std::span<std::uint8_t const> treated,
                                                          std::span<std::uint8_t const> post,
                                                          std::span<double const> y);

} // namespace rodtrad::study
