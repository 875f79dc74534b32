#pragma once

#include "base/date.hpp"
#include "plan/check_in_days.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <vector>

namespace rodtrad::plan {

// A check-in that is waited for, and who should know of it on a day.
struct WaitedCheckIn {
    domain::Goal const* goal = nullptr;
    CheckInDay day;
    std::vector<domain::PersonId> reminded; // from the day it is due: the owner; without one, the unit's managers
    std::vector<domain::PersonId> told;     // when the grace is over too: the managers one level up
};

// Every check-in that is due on the day or before, by goal.
std::vector<WaitedCheckIn> waited_check_ins(Plan const& plan, study::Dataset const& data, base::Date day);

// Of those: what one person is reminded of, and what the person is told that others have missed.
struct CheckInsToSee {
    std::vector<WaitedCheckIn> own;    // by how late, the latest first
    std::vector<WaitedCheckIn> missed; // likewise
};
CheckInsToSee check_ins_to_see(Plan const& plan, study::Dataset const& data, domain::PersonId person, base::Date day);

// The active people who manage a unit by a role given for it, or for the nearest unit above that has such people;
// `except` is not among them. Nobody where there is none all the way up.
std::vector<domain::PersonId> managers_nearest(Plan const& plan, study::Dataset const& data, std::string_view unit,
                                               std::optional<domain::PersonId> except, base::Date day);

} // namespace rodtrad::plan
