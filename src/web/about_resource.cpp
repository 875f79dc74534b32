#include "view/pages/plain_pages.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

Response show_about(Visit const& visit) { return {.body = view::pages::about_page(visit.context())}; }

} // namespace rodtrad::web
