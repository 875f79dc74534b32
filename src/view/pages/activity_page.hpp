#pragma once

#include "view/pages/dialogue_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

// The form of an activity, new or as it stands.
struct ActivityForm {
    GoalPlace goal;
    std::optional<domain::Activity> activity; // nothing: a new one
    std::vector<Choice> units;                // those that the reader may check in for, by code
    std::vector<Choice> people;               // who can be responsible, by number
};
// Somewhere in the goal's units or below them the reader may check in, and the goal is not over.
bool may_add_activity(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                      domain::PersonId reader, base::Date today);
ActivityForm activity_form(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                           domain::Activity const* activity, std::optional<domain::PersonId> reader, base::Date today);
Filled standing_of(ActivityForm const& form);
std::string activity_page(ActivityForm const& form, Filled const& filled, Context const& context);

} // namespace rodtrad::view::pages
