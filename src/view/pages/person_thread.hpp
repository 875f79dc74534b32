#pragma once

#include "plan/red_thread.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"

namespace rodtrad::view::pages {

// The thread of a person, as a section of its own: for each unit that the person works in, from the unit's goals step
// by step to the vision, in one sentence each; or, where it is broken, how, and what to do about it.
void write_thread_of_person(Html& h, plan::RedThread const& thread, domain::PersonId person, Context const& context);

} // namespace rodtrad::view::pages
