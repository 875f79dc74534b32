#pragma once

#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"
#include "view/pages/goal_form.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

struct KeyResultFormView {
    domain::Goal goal;
    std::optional<domain::KeyResultId> key_result; // nothing: a new one
    std::int64_t version = 0;
    bool takes_reason = false; // the goal is decided
    std::vector<Choice> kinds, forms, measures;
    std::vector<FieldDifference> differences;
};
// `standing`: null for a new one. `filled`: as for a goal.
KeyResultFormView key_result_form_view(study::Dataset const& data, domain::Goal const& goal,
                                       domain::KeyResult const* standing, Filled const* filled, base::Date today,
                                       Language const& language);

Filled filled_of(domain::KeyResult const& key_result, Language const& language);

std::string key_result_form_page(KeyResultFormView const& view, study::Dataset const& data, Filled const& filled,
                                 Context const& context);

// Withdrawing one.
std::string withdraw_page(domain::Goal const& goal, domain::KeyResult const& key_result, study::Dataset const& data,
                          bool takes_reason, Filled const& filled, Context const& context);

// The form of a figure, as one value of a list: "stay_below.exclusive".
std::string form_value(domain::Aim aim, domain::Bound bound);

} // namespace rodtrad::view::pages
