#pragma once

#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <tuple>
#include <vector>

// How a unit describes itself, as a text to read, and the questions that the text answers.
namespace rodtrad::view::pages {

struct ProfileView {
    std::string unit; // code
    std::string unit_name;
    std::string kind; // "Förskola"; empty where it has none
    std::vector<Link> way;
    domain::Profile answers;          // empty where the unit has not described itself
    std::vector<std::string> factors; // its success factors: those of its card, or its own
    bool is_described = false;
    bool may_write = false;

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"unit", &ProfileView::unit},           base::Field{"unit_name", &ProfileView::unit_name},
            base::Field{"unit_name", &ProfileView::unit_name}, base::Field{"way", &ProfileView::way},
            base::Field{"kind", &ProfileView::kind},           base::Field{"answers", &ProfileView::answers},
            base::Field{"factors", &ProfileView::factors},     base::Field{"is_described", &ProfileView::is_described},
            base::Field{"may_write", &ProfileView::may_write}};
    }
};

ProfileView profile_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day);
std::string profile_page(ProfileView const& view, Context const& context);

Filled filled_from(domain::Profile const& profile);
std::string profile_form_page(ProfileView const& view, Filled const& filled, Context const& context);

} // namespace rodtrad::view::pages
