#pragma once

#include "domain/text_lengths.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rodtrad::steering {

enum class Empty : std::uint8_t { is_fine, is_refused };

// What someone has written in a field, as it is kept: without white space at its ends, line breaks as LF, and no other
// control characters than them and tabs. Throws Refused, naming the field, where it is too long, is empty and may not
// be, or is not text.
std::string written_text(std::string_view field, std::string_view typed, Empty empty,
                         std::size_t longest = domain::longest_text);
// The same on one line: line breaks are spaces.
std::string written_line(std::string_view field, std::string_view typed, Empty empty);

} // namespace rodtrad::steering
