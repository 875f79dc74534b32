#include "view/pages/search_view.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_search(Visit const& visit) {
    auto const index = visit.search_desk.index_of(visit.snapshot());
    auto hits = pages::search_view(visit.data(), *index, visit.request.parameter("q"), visit.language());
    pages::find_in_plan(hits, visit.plan(), visit.data(), visit.today(), visit.language());
    return page_or_json(visit, hits, [&] { return pages::search_page(hits, visit.context()); });
}

} // namespace rodtrad::web
