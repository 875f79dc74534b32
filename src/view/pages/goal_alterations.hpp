#pragma once

#include "domain/goal.hpp"
#include "plan/plan.hpp"
#include "view/language.hpp"
#include "view/pages/goal_view.hpp"

#include <string>
#include <string_view>

namespace rodtrad::view::pages {

// What a field of a goal or a key result is called: "target" → "Målvärde".
std::string_view field_name(std::string_view field, Language const& language);

// What an adjustment changed, in the reader's words.
AlterationView alteration_view(domain::Alteration const& alteration, plan::Plan const& plan, Language const& language);

} // namespace rodtrad::view::pages
