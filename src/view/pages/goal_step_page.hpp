#pragma once

#include "domain/goal.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>

namespace rodtrad::view::pages {

// A step in the life of a goal, with what it means and the reason for it; to close it takes a verdict too.
std::string goal_step_page(domain::Goal const& goal, domain::StepKind step, study::Dataset const& data,
                           Filled const& filled, Context const& context);

// What people say of how it goes.
std::string judge_page(domain::Goal const& goal, study::Dataset const& data, Filled const& filled,
                       Context const& context);

} // namespace rodtrad::view::pages
