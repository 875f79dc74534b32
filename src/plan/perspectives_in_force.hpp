#pragma once

#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <string_view>
#include <vector>

namespace rodtrad::plan {

// Balansen's four, in its order: those an organisation has until it says something else. They have no ids and no unit
// until it does (steering/perspectives.hpp).
std::vector<domain::Perspective> balanced_perspectives();

// What holds at a unit, in order: the perspectives of the nearest unit at or above it that has any, or else Balansen's
// four. Those that are ended do not count.
std::vector<domain::Perspective> perspectives_in_force(Plan const& plan, study::Dataset const& data,
                                                       study::UnitIndex unit);

// The unit they come from. Nothing: nobody has said anything, they are Balansen's.
std::optional<study::UnitIndex> source_of_perspectives(Plan const& plan, study::Dataset const& data,
                                                       study::UnitIndex unit);

} // namespace rodtrad::plan
