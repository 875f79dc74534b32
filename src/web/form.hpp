#pragma once

#include "steering/refusals.hpp"
#include "view/pages/form.hpp"
#include "web/visit.hpp"

#include <functional>
#include <string>

namespace rodtrad::web {

// Answers a form. `use_case` does what was asked and tells where to go next (see_other). Where it throws
//   Refused    the form is shown again with everything that was typed and what is wrong (422),
//   Conflict   likewise (409): someone else has written the same since; `page` finds out what changed,
//   Forbidden  a page says who may (403),
//   NotFound   there is no such thing (404).
Response answer_form(Visit const& visit, std::function<Response()> const& use_case,
                     std::function<Response(view::pages::Filled const&)> const& page);

// Answers a button that is a form by itself: what is refused is told on a page of its own, with the way back.
Response answer_button(Visit const& visit, std::function<Response()> const& use_case);

// The sentence of a refusal (of its first fault) in the visitor's language.
std::string sentence_of(steering::Refused const& refused, view::Language const& language);

} // namespace rodtrad::web
