#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

// What people type in forms, read the way they write it. Each throws Refused{field, …} where it cannot be read.
namespace rodtrad::steering {

// "12,5", "1 000", "−3", "80 %"; nothing where it is empty.
std::optional<double> typed_number(std::string field, std::string_view text);
// "2026-10-03"; nothing where it is empty.
std::optional<base::Date> typed_date(std::string field, std::string_view text);
// Without blanks at its ends. Throws where that is empty, or longer than `longest` characters.
std::string typed_text(std::string field, std::string_view text, std::size_t longest = 200);

} // namespace rodtrad::steering
