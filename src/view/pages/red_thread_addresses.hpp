#pragma once

#include "domain/ids.hpp"
#include "plan/thread_breaks.hpp"
#include "view/url.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace rodtrad::view::pages {

Url red_thread_url();                                                  // /rod-trad
Url red_thread_url(std::string_view unit);                             // /rod-trad/U
Url red_thread_url(domain::GoalId goal, std::size_t page = 1);         // /rod-trad/mal/17?sida=2
Url red_thread_url(domain::DocumentId document, std::size_t page = 1); // /rod-trad/dokument/3
// /rod-trad/avbrott/mal-utan-ansvarig?enhet=U&sida=2
Url thread_breaks_url(plan::BreakKind kind, std::string_view unit = {}, std::size_t page = 1);
std::string_view word_of(plan::BreakKind kind); // in the address: "mal-utan-ansvarig"
std::optional<plan::BreakKind> break_kind_of(std::string_view word);

Url advice_url(std::string_view unit = {}); // /rad?enhet=U

} // namespace rodtrad::view::pages
