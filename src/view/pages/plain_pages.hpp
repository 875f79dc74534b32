#pragma once

#include "plan/rights.hpp"
#include "view/pages/context.hpp"

#include <string>
#include <string_view>

namespace rodtrad::view::pages {

// How the list is made, what the words mean, and what the program is.
std::string about_page(Context const& context);

// Pages for when something is not as it should be: what happened, and where to go from here.
std::string page_not_found(Url const& here, Context const& context);
std::string unit_not_found(Url const& here, std::string_view code, Context const& context);
std::string measure_not_found(Url const& here, std::string_view code, Context const& context);
std::string foreign_form(Url const& here, Context const& context);
std::string outdated_form(Url const& here, Context const& context); // of a visitor who is not signed in
std::string unreadable_form(Url const& here, Context const& context);
// `place`: the name of the unit, or of the organisation.
std::string not_allowed(Url const& here, plan::Right right, std::string_view place, Context const& context);
std::string method_not_allowed(Url const& here, Context const& context);
// The reference stands in the log too, beside what happened.
std::string page_failed(Url const& here, std::string_view reference, Context const& context);

} // namespace rodtrad::view::pages
