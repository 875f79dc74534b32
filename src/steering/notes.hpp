#pragma once

#include "domain/ids.hpp"
#include "steering/organisation.hpp"
#include "steering/work.hpp"

#include <string>
#include <string_view>

namespace rodtrad::steering {

// What the person notes about a goal for nobody else: one text each, which takes the place of the one before; an empty
// one leaves nothing. The journal says that it was written, never what. Takes the right to take part somewhere.
void save_note(Work& work, domain::GoalId goal, std::string_view text);

// The person's own; empty where there is none.
std::string own_note(Organisation const& organisation, domain::GoalId goal, domain::PersonId person);

} // namespace rodtrad::steering
