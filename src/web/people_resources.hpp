#pragma once

#include "web/visit.hpp"

// Who comes in, who they are, and what they may do.
namespace rodtrad::web {

Response show_sign_in(Visit const& visit);
Response take_sign_in(Visit const& visit);
Response take_sign_out(Visit const& visit);
Response take_sign_out_elsewhere(Visit const& visit);

} // namespace rodtrad::web
