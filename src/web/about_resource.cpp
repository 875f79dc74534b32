#include "view/pages/plain_pages.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_about(Visit const& visit) {
    auto const context = visit.context();
    return page_or_json(visit, pages::AboutView{context.organisation, context.version},
                        [&] { return pages::about_page(context); });
}

} // namespace rodtrad::web
