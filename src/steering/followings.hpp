#pragma once

#include "domain/ids.hpp"
#include "steering/work.hpp"

namespace rodtrad::steering {

// Anyone may follow any goal who takes part somewhere. Twice is once.
void follow(Work& work, domain::GoalId goal);
void unfollow(Work& work, domain::GoalId goal);

} // namespace rodtrad::steering
