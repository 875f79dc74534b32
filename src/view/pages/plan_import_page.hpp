#pragma once

#include "domain/delivery.hpp"
#include "domain/ids.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"
#include "view/url.hpp"

#include <cstddef>
#include <string>
#include <vector>

// Goals from Excel: a file is sent, what it would bring is shown, and only then is it stored.
namespace rodtrad::view::pages {

Url plan_import_url();   // /mal/importera
Url plan_save_url();     // /mal/importera/spara; takes a form
Url plan_template_url(); // /mal/mall.xlsx

struct PlanPreview {
    struct Goal {
        domain::GoalId id; // of one that is there already
        std::string title;
        std::string unit;
        std::string perspective; // of the scorecard; may be empty
        std::size_t key_results = 0;
        std::size_t behaviours = 0;
    };
    std::string token; // by which it is stored
    std::string file;
    std::vector<Goal> drafts;
    std::vector<Goal> already_there;
    std::size_t left_out = 0;
    std::vector<domain::Complaint> complaints; // in the reader's language
};

// `filled`: why the file could not be taken.
std::string plan_import_page(Filled const& filled, Context const& context);
std::string plan_preview_page(PlanPreview const& preview, Context const& context);

} // namespace rodtrad::view::pages
