#pragma once

#include "view/url.hpp"
#include "web/http.hpp"

namespace rodtrad::web {

// The address that was asked for, written anew: it leads to this site and nowhere else, whatever was asked.
view::Url address_of(Request const& request);

// "What you look for is there."
Response see_other(view::Url const& url);

} // namespace rodtrad::web
