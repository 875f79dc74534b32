#pragma once

#include "base/fields.hpp"
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

    static constexpr auto fields() {
        return std::tuple{base::Field{"question", &SearchView::question}, base::Field{"units", &SearchView::units},
                          base::Field{"units_found", &SearchView::units_found},
                          base::Field{"measures", &SearchView::measures},
                          base::Field{"measures_found", &SearchView::measures_found}};
    }
};

SearchView search_view(study::Dataset const& data, SearchIndex const& index, std::string_view question,
                       Language const& language);
std::string search_page(SearchView const& view, Context const& context);

} // namespace rodtrad::view::pages
