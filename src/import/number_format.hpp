#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rodtrad::import {

// Where the days of a workbook are counted from: 1900 with Windows, 1904 with older Macs.
enum class DayCount : std::uint8_t { from_1900, from_1904 };

// What Excel shows of a number, as far as it changes what the number means.
struct NumberFormat {
    enum class Kind : std::uint8_t {
        plain,
        percent, // 0.568 is shown as 56.8 %
        padded,  // 180 is shown as 0180
        day,     // a date
        month,   // a date of which only year and month are shown
        year,    // … only the year
        moment,  // a date with a time of day
        time,    // a time of day alone
    };
    Kind kind = Kind::plain;
    int digits = 0; // of padded
    bool operator==(NumberFormat const&) const = default;
};

// Of a format code, "yyyy\-mm\-dd" or "0.0%": its first section decides (ECMA-376, part 1, 18.8.31).
NumberFormat to_number_format(std::string_view code);
// Of one that every workbook has without stating it (18.8.30); plain where the number is of none.
NumberFormat built_in_number_format(int id);

// A number in the words of a file of text: the shortest decimals that read back as the same number, and dates as
// 2024-03-17, 2024-03, 2024 or 2024-03-17T08:30:00. A date out of Excel's range is left as the number that it is.
std::string to_text(double number, NumberFormat format, DayCount count);

// True where to_text gave a date or a time.
bool is_date(NumberFormat format);

} // namespace rodtrad::import
