#pragma once

#include "steering/work.hpp"

namespace rodtrad::steering {

// Reminds those who owe a check-in on a goal that was missed (plan/reminders.hpp), each of them once for each check-in:
// it shows among what they are to do, and in their next letter. It takes the right to steer the goal. Sent twice it is
// one reminder. Throws Forbidden, NotFound, and Refused where no check-in is missed or there is nobody to remind.
void remind(Work& work, domain::GoalId id);

} // namespace rodtrad::steering
