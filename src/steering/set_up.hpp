#pragma once

#include "base/instant.hpp"

#include <string>
#include <string_view>

namespace rodtrad::steering {

class Organisation;

// The first time: the organisation gets a name and an administrator.
struct SetUpWords {
    std::string_view organisation; // asked for where there is no unit yet: what the topmost one is called
    std::string_view name;         // of the administrator
    std::string_view user_name;
    std::string_view password;
};
// Returns the token of the administrator's first session. Throws Refused; also where somebody can sign in already.
std::string set_up(Organisation& organisation, SetUpWords const& words, std::string_view device, base::Instant now);

} // namespace rodtrad::steering
