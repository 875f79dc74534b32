#pragma once

#include "base/fields.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::steering {

class Organisation;
class Work;

// Of an example organisation: as whom anyone may sign in, with a password that the page to sign in on knows.
struct DemoSignIn {
    std::string password;
    std::vector<std::string> people; // user names, in the order in which they are shown

    static constexpr auto fields() {
        return std::tuple{base::Field{"password", &DemoSignIn::password}, base::Field{"people", &DemoSignIn::people}};
    }
};

// Nothing in an organisation that is in earnest.
std::optional<DemoSignIn> find_demo_sign_in(Organisation& organisation);
void set_demo_sign_in(Work& work, DemoSignIn const& sign_in);

} // namespace rodtrad::steering
