#pragma once

#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "plan/plan.hpp"
#include "web/visit.hpp"

namespace rodtrad::web {

// What the form of a goal says. Throws steering::Refused, by field, for what cannot be understood.
domain::Goal goal_in(Visit const& visit);
// What the form of a key result says, likewise.
domain::KeyResult key_result_in(Visit const& visit);

} // namespace rodtrad::web
