#pragma once

#include "study/measure_study.hpp"
#include "study/methods/step_test.hpp"

#include <cstdint>
#include <optional>

namespace rodtrad::study {

// What the units of a measure did alike (STATISTICS section 3): a bad year for the whole country is one deviation, not
// one of each municipality.
struct CommonShift {
    SeriesTable rest;             // every unit's series without the units' median movement
    std::optional<UnitIndex> top; // the unit above all of them, where it has a figure: there the shift is told
    std::uint32_t moved = 0;      // units below it that moved that way
};

// `tests` are those of `levels`, and `small` those with a p of at most 0.05 or more. Only units whose own figures were
// delivered are asked. Nothing where a quarter or less of the current ones moved the same way, or there are fewer than
// 8; nor, with fewer than 30, where there is no unit to tell it at: then nobody would hear of it.
std::optional<CommonShift> common_shift(MeasureStudy const& study, SeriesTable const& levels, StepFamily const& tests,
                                        std::span<StepFamily::OfUnit const> small);

// Whether so many alike, of those that were asked, are a movement of all that is told even where no unit stands above.
bool is_movement_of_all(std::size_t alike, std::size_t asked);

// Every unit's series without what units did alike: in each period, the median of how far those whose
// figures were delivered are from their own usual level.
SeriesTable without_common_movement(SeriesTable const& levels);

} // namespace rodtrad::study
