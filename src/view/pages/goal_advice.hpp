#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"

namespace rodtrad::view::pages {

// The advice on one goal, to stand beside it; nothing at all where there is none.
void write_advice_of_goal(Html& h, plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                          base::Date day, Context const& context);

} // namespace rodtrad::view::pages
