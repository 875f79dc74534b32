#pragma once

#include "view/language.hpp"
#include "view/url.hpp"

#include <string>

namespace rodtrad::view::pages {

// What every page knows beside its own matter.
struct Context {
    Language const& language;
    std::string organisation;
    std::string version;       // of the program
    bool is_local_only = true; // it listens on this computer alone, and says so
};

struct Link {
    std::string text;
    Url url;
};

} // namespace rodtrad::view::pages
