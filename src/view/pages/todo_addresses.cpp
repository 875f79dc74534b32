#include "view/pages/todo_addresses.hpp"

#include <string>

namespace rodtrad::view::pages {

Url todo_url() { return Url{"/att-gora"}; }
Url todo_done_url() { return Url{"/att-gora/klar"}; }
Url own_calendar_url() { return Url{"/att-gora/kalender"}; }
Url end_calendar_url() { return Url{"/att-gora/kalender/sluta"}; }
Url calendar_url(std::string_view secret) { return Url{"/kalender"}.segment(std::string{secret} + ".ics"); }

} // namespace rodtrad::view::pages
