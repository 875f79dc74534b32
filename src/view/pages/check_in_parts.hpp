#pragma once

#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/pages/goal_dialogue.hpp"

#include <string>
#include <string_view>

namespace rodtrad::view::pages {

// A check-in as it was told, without what was said of it since.
void write_check_in_told(Html& h, Context const& context, CheckInView const& check_in);

// The button by which somebody is reminded of a check-in. `title`: of the goal, where the page is not about it alone;
// `here`: where to come back to.
void write_reminder_button(Html& h, Context const& context, domain::GoalId goal, std::string_view names,
                           std::string_view title, Url const& here);

// "7 dagar", "klart"
std::string reported_text(ReportedView const& value, Language const& language);
// A value that someone has told, with at most two decimals.
std::string as_told(Language const& language, double value, std::string_view unit);

} // namespace rodtrad::view::pages
