#pragma once

#include "base/instant.hpp"

namespace rodtrad::steering {
class Organisation;
}

namespace rodtrad::app {

// Gives the example organisation its people, goals, cards and check-ins, and lets anyone sign in as some of them.
// Nothing where it has people already.
void give_plan(steering::Organisation& organisation, base::Instant now);

} // namespace rodtrad::app
