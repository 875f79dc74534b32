#pragma once

#include "base/date.hpp"

#include <optional>
#include <string_view>

// Numbers and days as people type them. Both throw Refused, naming the field, where they cannot be read.
namespace rodtrad::steering {

// "12,5", "1 000", "−3", "80 %", and with its unit of measure behind it ("7 dagar"); nothing where it is empty. Another
// unit is refused, and so is what no figure of an organisation can be.
std::optional<double> typed_number(std::string_view field, std::string_view typed,
                                   std::string_view unit_of_measure = {});
// "2026-10-03"; nothing where it is empty.
std::optional<base::Date> typed_date(std::string_view field, std::string_view text);

} // namespace rodtrad::steering
