#pragma once

#include "view/pages/sign_in_page.hpp"
#include "web/visit.hpp"

namespace rodtrad::web {

// The page to sign in on. Fills in who may be tried, where the organisation is an example.
Response sign_in_response(Visit const& visit, view::pages::SignInView view);

} // namespace rodtrad::web
