#pragma once

#include <cstdint>
#include <string_view>

namespace rodtrad::import {

// Which sign stands before the decimals. Where it is not stated, either may: a single comma or point is then
// decimal ("1,234" is a little more than one), and groups of thousands show themselves by being several, or by
// standing beside the other sign ("1.234.567", "1,234.5").
enum class DecimalSign : std::uint8_t { either, comma, point };

struct Number {
    enum class Kind : std::uint8_t { number, not_a_number, out_of_range };
    Kind kind = Kind::not_a_number;
    double value = 0;
};

// Reads a number as people write it: "1 398", "1 234,5", "−42", "- 42 %", "56.8 %", "1E+05". Thousands may be
// separated by space, NBSP or narrow NBSP. A percent sign says nothing of the size: "56,8 %" is 56.8.
// The whole text must be the number: "748*", "Ca 110 000" and "74 (2024)" are not.
Number to_number(std::string_view text, DecimalSign stated);

} // namespace rodtrad::import
