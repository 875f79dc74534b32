#pragma once

#include "web/visit.hpp"

// What one is to do: on a page, and in a calendar.
namespace rodtrad::web {

Response go_to_todo(Visit const& visit);
Response show_todo(Visit const& visit);
Response tick_off(Visit const& visit); // a comment or an answer that needs no more

Response show_own_calendar(Visit const& visit);
Response make_own_calendar(Visit const& visit); // a new address, shown once
Response end_own_calendar(Visit const& visit);
Response send_calendar(Visit const& visit); // to whoever has the secret

} // namespace rodtrad::web
