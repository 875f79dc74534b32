#pragma once

#include "view/language.hpp"

#include <optional>
#include <string_view>

// What the journal keeps in the words of the program, said in those of the reader. Nothing where the word is not known:
// then it is shown as it is kept. A test holds these tables to every field of every record.
namespace rodtrad::view::pages {

std::optional<std::string_view> journal_action(std::string_view action,
                                               Language const& language);                      // "goal.adopt" → "antog"
std::optional<std::string_view> journal_kind(std::string_view kind, Language const& language); // "goal" → "mål"
std::optional<std::string_view> journal_field(std::string_view field, Language const& language); // "owner" → "ansvarig"
// Of an enumeration: "not_reached" → "inte uppnått".
std::optional<std::string_view> journal_value(std::string_view value, Language const& language);

} // namespace rodtrad::view::pages
