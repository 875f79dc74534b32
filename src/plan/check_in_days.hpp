#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "domain/goal.hpp"
#include "plan/plan.hpp"

#include <optional>
#include <tuple>

namespace rodtrad::plan {

// When a goal is to be checked in on next.
struct CheckInDay {
    std::optional<base::Date> latest; // the day of the latest check-in; nothing: there has been none
    std::optional<base::Date> due;    // nothing: none is waited for
    base::Date grace_until{};         // last day on which a late one is only late
    bool is_missed = false;           // the grace is over too: the goal is stale
    int days_late = 0;                // since `due`; 0 until it has passed

    static constexpr auto fields() {
        return std::tuple{base::Field{"latest", &CheckInDay::latest}, base::Field{"due", &CheckInDay::due},
                          base::Field{"grace_until", &CheckInDay::grace_until},
                          base::Field{"is_missed", &CheckInDay::is_missed},
                          base::Field{"days_late", &CheckInDay::days_late}};
    }
    bool operator==(CheckInDay const&) const = default;
};

// One step of the rhythm after the latest check-in, or after the goal began or was resumed where that is later. Only an
// active goal with a rhythm has a day. Where the step would pass the goal's last day there is none: it is closed then.
CheckInDay check_in_day(domain::Goal const& goal, Records<domain::CheckIn> check_ins, Records<domain::GoalStep> steps,
                        base::Date today);
CheckInDay check_in_day(Plan const& plan, domain::Goal const& goal, base::Date today);

// A step of the rhythm after a day; `day` itself where there is none. A month after 31 January is the last of February.
// Nobody is asked on a Saturday or a Sunday: the Monday after.
base::Date next_day(domain::Rhythm rhythm, base::Date day);
// How many days late a check-in may be before the goal is stale: 2 of a week, 3 of two, 7 of a month, 14 of a quarter.
int days_of_grace(domain::Rhythm rhythm);

} // namespace rodtrad::plan
