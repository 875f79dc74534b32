#pragma once

#include "steering/refusals.hpp"
#include "view/pages/plain_pages.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <string_view>

// Pages for when there is nothing to show: each says what was asked for, and where to go instead.
namespace rodtrad::web {

// As JSON for who asks for that.
Response error_answer(Visit const& visit, int status, view::pages::Trouble const& trouble);
// The same where there is a page of its own for it.
Response error_json(int status, std::string_view message);

Response page_not_found(Visit const& visit);
Response unit_not_found(Visit const& visit, std::string_view code);
Response measure_not_found(Visit const& visit, std::string_view code);
Response to_be_signed_in(Visit const& visit); // for who asks for JSON: others are led to where one signs in
Response method_not_allowed(Visit const& visit, Takes takes);
Response foreign_form(Visit const& visit);    // a form that none of our own pages sent
Response outdated_form(Visit const& visit);   // before one is signed in: its secret is not the browser's
Response unreadable_form(Visit const& visit); // a body that is no form
Response not_allowed(Visit const& visit, steering::Forbidden const& forbidden);

// The reference is also in the log, beside what happened.
Response page_failed(Visit const& visit, std::string_view reference);

} // namespace rodtrad::web
