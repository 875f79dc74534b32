#pragma once

#include "base/json.hpp"
#include "base/json_of.hpp"
#include "web/answer_format.hpp"
#include "web/visit.hpp"

#include <concepts>
#include <string>

namespace rodtrad::web {

Response json_answer(base::Json const& json);

// A page, or the same as JSON for who asks for that: what the page's view is described to hold, and so no more than the
// page shows. A form that was sent is answered with a page.
Response page_or_json(Visit const& visit, base::Described auto const& view, std::invocable auto const& page) {
    if (visit.request.method != Method::post && asks_for_json(visit.request)) return json_answer(base::json_of(view));
    return {.body = page()};
}

} // namespace rodtrad::web
