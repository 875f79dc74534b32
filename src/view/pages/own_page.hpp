#pragma once

#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/person.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// One's own account: letters, password, and where one is signed in.
struct OwnView {
    struct Place {
        std::string device; // as the browser says it
        base::Instant last_seen;
        bool is_here = false;

        static constexpr auto fields() {
            return std::tuple{base::Field{"device", &Place::device}, base::Field{"last_seen", &Place::last_seen},
                              base::Field{"is_here", &Place::is_here}};
        }
    };
    domain::Person person;
    std::vector<Place> places;
    bool has_changed_password = false; // just now

    static constexpr auto fields() {
        return std::tuple{base::Field{"person", &OwnView::person}, base::Field{"places", &OwnView::places},
                          base::Field{"has_changed_password", &OwnView::has_changed_password}};
    }
};
std::string own_page(OwnView const& view, Filled const& filled, Context const& context);

// "Firefox, Windows": what a browser says of itself, in two words. The text itself where it is of no known kind.
std::string device_text(std::string_view device, Language const& language);

} // namespace rodtrad::view::pages
