#pragma once

#include "base/date.hpp"
#include "domain/goal.hpp"
#include "plan/plan.hpp"

#include <optional>
#include <vector>

namespace rodtrad::plan {

// The state of a goal on a day: one that is adopted becomes active by itself when its first day has come.
domain::GoalState state_on(domain::Goal const& goal, base::Date day);

// Whether a step may be taken from a state, and where it leads. Nothing: it may not.
//
//     draft ⇄ proposed → adopted → active ⇄ paused, and from there abandoned or closed
//
// Who may decide adopts a draft without proposing it to itself. To adjust, and to roll forward, changes no state.
std::optional<domain::GoalState> after(domain::GoalState from, domain::StepKind step);

// The steps that can be taken from a state, in the order of a goal's life.
std::vector<domain::StepKind> steps_from(domain::GoalState state);

// Whether the goal is decided and not yet over: adopted, active or paused.
bool is_standing(domain::GoalState state);
// Whether its wording is still being worked out: a draft, or proposed.
bool is_unsettled(domain::GoalState state);

// Who wrote it; nothing at the command line.
std::optional<domain::PersonId> author_of(Plan const& plan, domain::GoalId goal);

} // namespace rodtrad::plan
