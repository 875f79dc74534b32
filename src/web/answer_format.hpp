#pragma once

#include "web/http.hpp"

namespace rodtrad::web {

// Whether JSON is asked for rather than a page: by "format=json" in the address, or because the Accept header prefers
// application/json to text/html (RFC 9110, 12.5.1). Who takes anything, gets the page.
bool asks_for_json(Request const& request);

} // namespace rodtrad::web
