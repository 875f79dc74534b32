#pragma once

#include "steering/refusals.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <string_view>

// Pages for when there is nothing to show: each says what was asked for, and where to go instead.
namespace rodtrad::web {

Response page_not_found(Visit const& visit);
Response unit_not_found(Visit const& visit, std::string_view code);
Response measure_not_found(Visit const& visit, std::string_view code);
Response method_not_allowed(Visit const& visit, Takes takes);
Response foreign_form(Visit const& visit);    // a form that none of our own pages sent
Response outdated_form(Visit const& visit);   // before one is signed in: its secret is not the browser's
Response unreadable_form(Visit const& visit); // a body that is no form
Response not_allowed(Visit const& visit, steering::Forbidden const& forbidden);

// The reference is also in the log, beside what happened.
Response page_failed(Visit const& visit, std::string_view reference);

} // namespace rodtrad::web
