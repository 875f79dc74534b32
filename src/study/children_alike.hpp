#pragma once

#include "study/measure_study.hpp"
#include "study/methods/step_test.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace rodtrad::study {

// The mean of the last k points less that of those before them.
double step_of(std::span<double const> values, std::size_t k);

// p for "all units below changed by as much over the parent's last k points", as `tests` of the series tell. The errors
// are those of M3, so that this can be asked of figures without counts too; each rests on few points, so their common
// size is used for all. Nothing where there are not two to compare.
std::optional<double> p_children_alike(MeasureStudy const& study, SeriesTable const& levels, StepFamily const& tests,
                                       UnitIndex parent, std::size_t k);

} // namespace rodtrad::study
