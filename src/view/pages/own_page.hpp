#pragma once

#include "base/instant.hpp"
#include "domain/person.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <vector>

namespace rodtrad::view::pages {

// One's own account: letters, password, and where one is signed in.
struct OwnView {
    struct Place {
        std::string device; // as the browser says it
        base::Instant last_seen;
        bool is_here = false;
    };
    domain::Person const* person = nullptr;
    std::vector<Place> places;
    bool has_changed_password = false; // just now
};
std::string own_page(OwnView const& view, Filled const& filled, Context const& context);

// "Firefox, Windows": what a browser says of itself, in two words. The text itself where it is of no known kind.
std::string device_text(std::string_view device, Language const& language);

} // namespace rodtrad::view::pages
