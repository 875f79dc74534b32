#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::base {

// A map from text that can be asked with a view, without making a string.
template <class Value>
using TextMap = std::map<std::string, Value, std::less<>>;

// Without white space (space, tab, CR, LF, NBSP U+00A0, narrow NBSP U+202F) at either end.
std::string_view trimmed(std::string_view text);

// True where the bytes are well-formed UTF-8 without NUL.
bool is_utf8(std::string_view text);

// Lower case by Unicode's rules ("ÅRSTA" → "årsta"). Bytes that are not UTF-8 become U+FFFD.
std::string lower(std::string_view text);

// The words of a text, lower case, without punctuation: what search compares.
// å, ä and ö stay letters of their own; other accents fall away ("Idrottscafé" → "idrottscafe").
std::vector<std::string> search_words(std::string_view text);

// The shortest decimal text that reads back as the same double, with a point: for files and JSON, never for people.
std::string shortest(double value);

// A whole text as a number with a decimal point; nothing where anything is left over, or it is not finite.
std::optional<double> to_double(std::string_view text);

} // namespace rodtrad::base
