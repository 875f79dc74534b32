#include "view/pages/addresses.hpp"
#include "view/pages/unit_view.hpp"
#include "view/pages/unit_words.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

// The top of the organisation. Where it is one unit, that unit's own page says all there is to say.
Response show_units(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    auto const top = pages::units_view(snapshot.data, snapshot.list);
    if (top.roots.size() == 1) return see_other(top.roots.front().unit.url);
    return page_or_json(visit, top, [&] { return pages::units_page(top, visit.context()); });
}

Response show_unit(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    auto const unit = snapshot.data.find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto view =
        pages::unit_view(snapshot.data, snapshot.list, *unit, visit.request.parameter("omrade"), visit.language());
    view.ended = pages::ended_text(snapshot.data.units[*unit].unit, visit.today(), visit.language());
    return page_or_json(visit, view, [&] { return pages::unit_page(view, visit.context()); });
}

} // namespace rodtrad::web
