#include "view/pages/addresses.hpp"
#include "view/pages/measures_view.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_measures(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    auto const question = pages::to_measures_question(visit.request.query);
    auto const measures = pages::measures_view(snapshot.data, snapshot.list, question, visit.language());
    return page_or_json(visit, measures, [&] { return pages::measures_page(measures, visit.context()); });
}

} // namespace rodtrad::web
