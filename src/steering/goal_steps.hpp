#pragma once

#include "domain/goal.hpp"
#include "steering/work.hpp"

#include <string>
#include <string_view>
#include <vector>

// What every step in the life of a goal has in common.
namespace rodtrad::steering {

// The reason for a step, which must be given. Throws Refused for the field.
std::string must_say_why(std::string_view reason, std::string_view field = "reason");

// Throws Refused, with what can be done instead, where the step may not be taken from where the goal stands today.
void must_be_possible(Work const& work, domain::Goal const& goal, domain::StepKind step);

// Writes the step; `goal` as it is after it.
void take_step(Work& work, domain::Goal goal, domain::StepKind step, std::string_view reason,
               std::vector<domain::Alteration> alterations = {});

// Throws Forbidden unless the person wrote the draft, or may steer one of its units.
void must_be_allowed_to_edit(Work const& work, domain::Goal const& goal);

} // namespace rodtrad::steering
