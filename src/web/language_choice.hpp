#pragma once

#include "view/language.hpp"
#include "web/http.hpp"

#include <optional>

namespace rodtrad::web {

// What the reader has chosen, else what the browser asks for, else Swedish.
view::Language const& chosen_language(Request const& request);

// An address with ?lang=sv or ?lang=en leads to the same address without it, and the choice is remembered for a year.
// Nothing where no known language is asked for.
std::optional<Response> language_switch(Request const& request);

} // namespace rodtrad::web
