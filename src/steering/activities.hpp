#pragma once

#include "base/date.hpp"
#include "domain/behaviour.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace rodtrad::steering {

// What a team does for a goal, as it wants it to stand.
struct ActivityWish {
    std::string unit; // code: one of the goal's units, or below one
    std::string title;
    std::optional<domain::PersonId> owner;
    std::optional<base::Date> due;
    domain::ActivityState state = domain::ActivityState::planned;
    std::string obstacle; // needed where it is blocked
};

// Those who do it decide how: both take the right to check in at the activity's unit. They refuse by field: "unit",
// "title", "owner", "obstacle".
domain::ActivityId add_activity(Work& work, domain::GoalId id, ActivityWish const& wish);
void change_activity(Work& work, domain::ActivityId id, std::int64_t version_read, ActivityWish const& wish);

} // namespace rodtrad::steering
