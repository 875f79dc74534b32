#pragma once

#include "view/language.hpp"
#include "web/http.hpp"

#include <optional>

namespace rodtrad::web {

// What has been chosen in the browser, else what it asks for, else Swedish. A person's own setting goes before it, once
// it is known who asks (Site::identify).
view::Language const& chosen_language(Request const& request);

// An address with ?lang=sv or ?lang=en leads to the same address without it, and the choice is remembered for a year.
// Nothing where no known language is asked for.
std::optional<Response> language_switch(Request const& request);

} // namespace rodtrad::web
