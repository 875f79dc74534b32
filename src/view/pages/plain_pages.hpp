#pragma once

#include "base/fields.hpp"
#include "plan/rights.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace rodtrad::view::pages {

// How the list is made, what the words mean, and what the program is.
struct AboutView {
    std::string organisation;
    std::string version; // of the program

    static constexpr auto fields() {
        return std::tuple{base::Field{"organisation", &AboutView::organisation},
                          base::Field{"version", &AboutView::version}};
    }
};
std::string about_page(Context const& context);

// When something is not as it should be: what happened in one line, what it means, what was asked for where that can be
// searched for, what was written in a form that is not taken, and where one came from.
struct Trouble {
    std::string_view heading;
    std::string what;
    std::string_view searched;
    Filled::Values written{};
    std::optional<Url> back{};
};
Trouble page_not_found(Url const& here, Language const& language);
Trouble unit_not_found(std::string_view code, Language const& language);
Trouble measure_not_found(std::string_view code, Language const& language);
Trouble to_be_signed_in(Language const& language); // who wants data and not pages; others are led to where one signs in
Trouble foreign_form(Language const& language);
Trouble outdated_form(Language const& language); // of a visitor who is not signed in
Trouble unreadable_form(Language const& language);
// `place`: the name of the unit, or of the organisation.
Trouble not_allowed(plan::Right right, std::string_view place, Language const& language);
// Why something that a button asks for is not done, as a sentence.
Trouble not_done(std::string_view why, Language const& language);
Trouble method_not_allowed(Language const& language);
// The reference stands in the log too, beside what happened.
Trouble page_failed(std::string_view reference, Language const& language);

// And where to go from here.
std::string trouble_page(Trouble const& trouble, Url const& here, Context const& context);

} // namespace rodtrad::view::pages
