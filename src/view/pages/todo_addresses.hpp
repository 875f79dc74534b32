#pragma once

#include "view/url.hpp"

#include <string_view>

// The addresses of what a person is to do, and of the calendar with the same.
namespace rodtrad::view::pages {

Url todo_url();                            // /att-gora
Url todo_done_url();                       // /att-gora/klar; takes a form
Url own_calendar_url();                    // /att-gora/kalender; takes a form too
Url end_calendar_url();                    // /att-gora/kalender/sluta; takes a form
Url calendar_url(std::string_view secret); // /kalender/{secret}.ics

} // namespace rodtrad::view::pages
