#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "view/pages/context.hpp"
#include "view/search_index.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

struct SearchHit {
    Link link;
    std::string place; // what tells it from others of the same name

    static constexpr auto fields() {
        return std::tuple{base::Field{"link", &SearchHit::link}, base::Field{"place", &SearchHit::place}};
    }
};

struct SearchView {
    std::string question;
    std::vector<SearchHit> units;
    std::size_t units_found = 0;
    std::vector<SearchHit> measures;
    std::size_t measures_found = 0;
    std::vector<SearchHit> goals{};
    std::size_t goals_found = 0;
    std::vector<SearchHit> people{};
    std::size_t people_found = 0;
    std::vector<SearchHit> documents{}; // steering documents
    std::size_t documents_found = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"question", &SearchView::question},
                          base::Field{"units", &SearchView::units},
                          base::Field{"units_found", &SearchView::units_found},
                          base::Field{"measures", &SearchView::measures},
                          base::Field{"measures_found", &SearchView::measures_found},
                          base::Field{"goals", &SearchView::goals},
                          base::Field{"goals_found", &SearchView::goals_found},
                          base::Field{"people", &SearchView::people},
                          base::Field{"people_found", &SearchView::people_found},
                          base::Field{"documents", &SearchView::documents},
                          base::Field{"documents_found", &SearchView::documents_found}};
    }
};

SearchView search_view(study::Dataset const& data, SearchIndex const& index, std::string_view question,
                       Language const& language);
// What the plan has by that name: goals that are not abandoned, people who are here, and steering documents.
void find_in_plan(SearchView& view, plan::Plan const& plan, study::Dataset const& data, base::Date day,
                  Language const& language);
std::string search_page(SearchView const& view, Context const& context);

} // namespace rodtrad::view::pages
