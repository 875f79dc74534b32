#pragma once

#include "view/pages/form.hpp"
#include "view/pages/tree_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The forms in which the tree of units is changed, each on a page of its own. Their fields:
//   new unit    name, code, parent, kind, operation, from, reason
//   beskriv     name, kind, operation, from, reason
//   flytta      parent, reason
//   avsluta     last_day, reason
//   dela        first_day, name_1, code_1 … name_6, code_6, reason
//   sla-ihop    units (several), other, into, name, code, first_day, reason
// A unit is written by its name or its code. Those about a unit carry described_by.
namespace rodtrad::view::pages {

inline constexpr int most_parts = 6; // that a unit is split into at once

// What can be chosen in a field, or is suggested.
struct TreeChoices {
    std::vector<Choice> parents;
    std::vector<Choice> operations;
    std::vector<Choice> siblings; // in the same place
};
TreeChoices tree_choices(study::Dataset const& data, std::optional<study::UnitIndex> unit, base::Date day);

// How a unit is written in a field: its name, or its code where another has the same name.
std::string written_unit(study::Dataset const& data, study::UnitIndex unit);

Filled new_unit_filled(study::Dataset const& data, std::string_view parent);
std::string new_unit_page(TreeChoices const& choices, Filled const& filled, Context const& context);

bool is_tree_step(std::string_view step);
// What the form of a step holds when it is opened.
Filled tree_step_filled(UnitInTreeView const& view, std::string_view step, study::Dataset const& data);
// `standing`: what it would hold if it were opened now, to tell what somebody else has changed since `filled` was
// typed.
std::string tree_step_page(UnitInTreeView const& view, std::string_view step, TreeChoices const& choices,
                           Filled const& standing, Filled const& filled, Context const& context);

} // namespace rodtrad::view::pages
