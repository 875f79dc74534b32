#pragma once

#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <tuple>
#include <vector>

// The perspectives of a branch: where they come from, and the form to set them in.
namespace rodtrad::view::pages {

struct PerspectivesView {
    std::string unit; // code
    std::string unit_name;
    std::vector<Link> way;
    std::vector<domain::Perspective> perspectives; // in force, in order
    std::string from;                              // code of the unit they come from; empty: Balansen's
    std::string from_name;
    bool may_define = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &PerspectivesView::unit},
                          base::Field{"unit_name", &PerspectivesView::unit_name},
                          base::Field{"way", &PerspectivesView::way},
                          base::Field{"perspectives", &PerspectivesView::perspectives},
                          base::Field{"from", &PerspectivesView::from},
                          base::Field{"from_name", &PerspectivesView::from_name},
                          base::Field{"may_define", &PerspectivesView::may_define}};
    }
};

PerspectivesView perspectives_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit);
// Fields "id.0", "name.0", "name_en.0", "about.0", "is_ended.0"…, in order, two empty lines last, and "lines".
Filled::Values standing_values(PerspectivesView const& view);
std::string perspectives_page(PerspectivesView const& view, Filled const& filled, Context const& context);

} // namespace rodtrad::view::pages
