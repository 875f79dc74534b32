#pragma once

#include "study/dataset.hpp"
#include "view/url.hpp"

#include <optional>
#include <vector>

namespace rodtrad::view::pages {

// A measure is always seen in a unit. Where none has been chosen, it is the topmost that has a figure.

// In tree order, those with a figure in the newest period in which anyone has one.
std::vector<study::UnitIndex> units_with_newest_figure(study::Dataset const& data, study::MeasureIndex measure);

// The measure in the unit asked for where that has a figure at all, else in the topmost of `units`. Without any it
// leads to the unit asked for, or the first of all; where there are no units, to the list of measures.
Url url_of(study::Dataset const& data, study::MeasureIndex measure, std::vector<study::UnitIndex> const& units,
           std::optional<study::UnitIndex> asked);

} // namespace rodtrad::view::pages
