#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rodtrad::import {

// The bytes of the UTF-8 character that the text begins with; 0 where it begins with none, or with a NUL.
std::size_t first_character_size(std::string_view text);

// A text of a file as it can be shown and kept: at most 200 characters, UTF-8 whatever it was, and no NUL.
// Bytes that are not UTF-8 are shown as CP1252 has them.
std::string shown(std::string_view text);

} // namespace rodtrad::import
