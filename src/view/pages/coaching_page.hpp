#pragma once

#include "plan/plan.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <vector>

namespace rodtrad::view::pages {

// The bank of coaching questions, as it stands.
struct CoachingForm {
    std::vector<domain::CoachingQuestion> questions; // by position, ended ones last; without numbers: the program's own
    bool is_own = false;                             // the organisation has saved its own
    bool may_edit = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"questions", &CoachingForm::questions},
                          base::Field{"is_own", &CoachingForm::is_own},
                          base::Field{"may_edit", &CoachingForm::may_edit}};
    }
};
CoachingForm coaching_form(plan::Plan const& plan, bool may_edit);
Filled standing_of(CoachingForm const& form);
std::string coaching_page(CoachingForm const& form, Filled const& filled, Context const& context);

} // namespace rodtrad::view::pages
