#pragma once

#include "base/date.hpp"
#include "domain/goal.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <string_view>
#include <vector>

// What there is to choose among in the forms of goals.
namespace rodtrad::view::pages {

// Before the name of a unit, once for each unit above it.
inline constexpr std::string_view indent = "\u2003";

// Units in use on the day, in tree order, each indented below the one above it. By code.
std::vector<Choice> unit_choices(study::Dataset const& data, base::Date day);
// Those who work at the unit, above it or below it. By name; by user name where several share a name.
std::vector<Choice> owner_choices(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                  base::Date day, Language const& language);
// Years, tertials and quarters from today's on, the goal's own where it has one, and dates of its own. By period
// ("2027T1"), and "own".
std::vector<Choice> cycle_choices(domain::Goal const* goal, base::Date today, Language const& language);
// What a goal of the unit may support: visions, strategies and goals of the unit and those above, and what the goal
// supports already. By "goal-7" and "document-3".
std::vector<Choice> upward_choices(plan::Plan const& plan, study::Dataset const& data, domain::Goal const* goal,
                                   study::UnitIndex unit, base::Date day, Language const& language);
std::vector<Choice> perspective_choices(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                        Language const& language); // by number
std::vector<Choice> factor_choices(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                   Language const& language); // by number, under their perspectives
// Measures that have figures at the unit, and those named already. By code.
std::vector<Choice> measure_choices(study::Dataset const& data, study::UnitIndex unit,
                                    std::vector<std::string> const& named, std::string_view none,
                                    Language const& language);
std::vector<Choice> goal_kind_choices(Language const& language);
std::vector<Choice> goal_level_choices(Language const& language);
std::vector<Choice> rhythm_choices(Language const& language);
std::vector<Choice> verdict_choices(Language const& language);

// "goal-7"
std::string value_of(domain::GoalId goal);
std::string value_of(domain::DocumentId document);

} // namespace rodtrad::view::pages
