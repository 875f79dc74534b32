#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <vector>

// Who can be reminded of a check-in that was missed, and who has been.
namespace rodtrad::plan {

// Who is asked when a goal goes silent: its owner, or where it has none who is still there those who work in the unit
// that carries it and may check in there. Empty: nobody.
std::vector<domain::PersonId> who_owes_check_in(Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                                                base::Date today);

// A person's reminder of the check-in that was due on a day; null: there is none.
domain::Reminder const* reminder_of(Plan const& plan, domain::GoalId goal, domain::PersonId person, base::Date due);

// Those of them whom somebody can remind: of a check-in that is missed on the day, of which they have not been
// reminded, and which is not that somebody's own to make.
std::vector<domain::PersonId> who_can_be_reminded(Plan const& plan, study::Dataset const& data,
                                                  domain::Goal const& goal, domain::PersonId by, base::Date today);

} // namespace rodtrad::plan
