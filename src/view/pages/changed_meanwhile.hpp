#pragma once

#include "view/pages/form.hpp"
#include "view/pages/goal_form.hpp"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::view::pages {

using FieldLabel = std::pair<std::string_view, std::string_view>; // name, label

// Where a form was filled in on an earlier version than the one that stands (field `version`): the fields in which what
// was typed is not what stands. Nothing for a form that is up to date.
std::vector<FieldDifference> changed_meanwhile(Filled const& standing, Filled const& typed,
                                               std::span<FieldLabel const> fields,
                                               std::string_view version = "version");

} // namespace rodtrad::view::pages
