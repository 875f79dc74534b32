#pragma once

#include "plan/todo.hpp"

#include <vector>

namespace rodtrad::plan {

// Adds what others have said to a person that is not handled: mentions, comments on what is the person's own, and
// answers to the person's proposals. A comment is handled when the person has written on the same goal after it, has
// acknowledged the check-in that it is about after it, or has said that it needs no more. Comments on goals that are
// over wait no longer; mentions and answers do.
void add_dialogue(Plan const& plan, domain::PersonId person, base::Date today, std::vector<Todo>& waiting);

} // namespace rodtrad::plan
