#pragma once

#include "view/language.hpp"
#include "web/origin.hpp"

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace rodtrad::app {

// What an option says that visitors write to come here. Throws base::UsageError, which names the option, where it is no
// address of a whole site.
web::Origin to_origin(std::string_view option, std::string const& text);

// Gives a command the option --address: where the pages are that its links lead to.
void add_address_option(CLI::App& command, std::string& address);
// The origin that it says; where nothing was said that of a server on this computer, which is told.
std::string site_of(std::string const& address, view::Language const& language);

} // namespace rodtrad::app
