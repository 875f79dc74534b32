#pragma once

#include "view/language.hpp"
#include "view/pages/scorecard_template.hpp"

#include <string>

// How the editions of a card are said.
namespace rodtrad::view::pages {

std::string edition_words(EditionView const& edition,
                          Language const& language); // "Utgåva 2, används från 1 januari 2026"

} // namespace rodtrad::view::pages
