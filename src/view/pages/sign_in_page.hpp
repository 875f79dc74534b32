#pragma once

#include "base/fields.hpp"
#include "view/pages/context.hpp"

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::view::pages {

// Someone of the example organisation, as whom everyone may try it.
struct TryAs {
    std::string user_name;
    std::string name;
    std::string what; // "Rektor, Norrskolan"

    static constexpr auto fields() {
        return std::tuple{base::Field{"user_name", &TryAs::user_name}, base::Field{"name", &TryAs::name},
                          base::Field{"what", &TryAs::what}};
    }
};

struct SignInView {
    std::string user_name;     // as typed
    std::string problem;       // empty: nothing is wrong
    std::string to;            // where one was going
    std::string kept;          // what was typed in a form there, as it was sent; empty: nothing
    std::vector<TryAs> people; // of the example organisation alone
    std::string password;      // theirs

    static constexpr auto fields() {
        return std::tuple{base::Field{"user_name", &SignInView::user_name},
                          base::Field{"problem", &SignInView::problem}, base::Field{"to", &SignInView::to},
                          base::Field{"people", &SignInView::people}};
    }
};
std::string sign_in_page(SignInView const& view, Url const& here, Context const& context);

// What was typed before one had to sign in, or came from another session, with the button that sends it.
struct KeptForm {
    enum class Why : std::uint8_t { signed_in_again, other_session };
    Why why = Why::signed_in_again;
    Url to;
    std::vector<std::pair<std::string, std::string>> values;
};
std::string kept_form_page(KeptForm const& form, Context const& context);

} // namespace rodtrad::view::pages
