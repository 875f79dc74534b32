#pragma once

#include "domain/ids.hpp"
#include "steering/work.hpp"

#include <string_view>

namespace rodtrad::steering {

// What the person notes about a goal for nobody else: one text each, which takes the place of the one before; an empty
// one leaves nothing. The journal says that it was written, never what. Takes the right to take part somewhere.
void save_note(Work& work, domain::GoalId goal, std::string_view text);

} // namespace rodtrad::steering
