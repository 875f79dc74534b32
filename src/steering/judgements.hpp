#pragma once

#include "domain/goal.hpp"
#include "steering/work.hpp"

#include <string_view>

namespace rodtrad::steering {

// What people say of how a goal goes, beside what is computed. The reason must be given. Takes the right to steer in
// one of the goal's units, or to own the goal and take part somewhere.
domain::JudgementId judge_goal(Work& work, domain::GoalId id, domain::Verdict verdict, std::string_view reason);

} // namespace rodtrad::steering
