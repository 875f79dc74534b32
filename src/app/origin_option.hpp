#pragma once

#include "web/origin.hpp"

#include <string>
#include <string_view>

namespace rodtrad::app {

// What an option says that visitors write to come here. Throws base::UsageError, which names the option, where it is no
// address of a whole site.
web::Origin to_origin(std::string_view option, std::string const& text);

} // namespace rodtrad::app
