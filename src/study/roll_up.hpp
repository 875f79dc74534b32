#pragma once

#include "study/dataset.hpp"
#include "study/kernels/unit_layout.hpp"

namespace rodtrad::study {

// Fills in the figures of units that have none of their own from the units below them (STATISTICS M16): numerators and
// denominators are summed, sums are summed, a percentage is never averaged. Figures that were delivered for a unit
// always stand, and are then what counts upward. Coverage tells how many of the units below reported.
// Measures whose aggregation is `none` are returned as they are, sharing their cube. A cube that nobody else holds is
// filled in where it is.
MeasureData rolled_up(MeasureData data, base::IndexVector<UnitIndex, UnitNode> const& units);
// The same for who has many measures: with the layout of these units.
MeasureData rolled_up(MeasureData data, base::IndexVector<UnitIndex, UnitNode> const& units, UnitLayout const& layout);

} // namespace rodtrad::study
