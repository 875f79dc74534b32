#pragma once

#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <string_view>

// Before one can sign in: the first time for all, and the first time for each.
namespace rodtrad::view::pages {

// Without the code that stands in the terminal: where to find it.
std::string_view set_up_elsewhere(Language const& language);
std::string set_up_elsewhere_page(Context const& context);
// `asks_organisation`: there is no unit yet, and the topmost one is to be named.
std::string set_up_page(Filled const& filled, bool asks_organisation, std::string_view code, Context const& context);

// A one-time link that leads in: to choose a password.
std::string link_page(Filled const& filled, std::string_view name, std::string_view user_name, std::string_view secret,
                      Context const& context);
// One that does not.
std::string_view spent_link(Language const& language);
std::string spent_link_page(Context const& context);

} // namespace rodtrad::view::pages
