#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"
#include "domain/measure.hpp"
#include "domain/period.hpp"
#include "view/language.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rodtrad::view {

// Numbers and times as people write them. Rounded half away from zero on the decimal digits that a person would see
// (2.675 → 2,68), with the language's decimal sign, no-break spaces or commas between thousands, and a true minus sign.
std::string number(Language const& language, double value, int decimals);
std::string whole(Language const& language, std::int64_t value);

// How the values of one measure are written in one place: the same unit and the same decimals all through.
struct ValueFormat {
    std::string unit; // "%", "kr/inv", "dagar"; empty for none
    int decimals = 1;
};

// The measure's own decimals, or as many as the values shown together deserve, by the largest of them: none from 100 up
// or where all are whole, one from 1, two below. Percentages have one where they are not all whole.
ValueFormat value_format(domain::Measure const& measure, std::span<double const> shown);

// "79,6 %", "12 480 kr/inv", "79.6%"
std::string with_unit(Language const& language, ValueFormat const& format, double value);

// A value that people have set, such as a target: without the zeros that calculated values need. "90 %", never "90,0
// %".
std::string as_set(Language const& language, ValueFormat const& format, double value);

// A difference between two values. Percentages differ by percentage points. Signed: "−7,3 procentenheter", "+12 dagar".
// Plain: "7,3 procentenheter", for sentences that say which way.
std::string signed_difference(Language const& language, ValueFormat const& format, double difference);
std::string plain_difference(Language const& language, ValueFormat const& format, double difference);

// What a difference is counted in: "procentenheter" for percentages, else the unit.
std::string difference_unit(Language const& language, ValueFormat const& format);

// "152 elever"; the number alone where it is not said who they are.
std::string people(Language const& language, double count, std::string_view who);

// "a", "a och b", "a, b och c"
std::string in_a_row(Language const& language, std::span<std::string const> things);

// full: "2024", "mars 2024", "andra kvartalet 2024", "tertial 2 2024", "våren 2024".
// brief, for axes and tables: "2024", "mar 24", "kv 2 2024", "T2 2024", "vt24".
enum class PeriodStyle : std::uint8_t { full, brief };
std::string period_text(Language const& language, domain::Period period, PeriodStyle style = PeriodStyle::full);

// "14 juni 2026"
std::string date(Language const& language, base::Date day);
// The day and time in Sweden: "14 juni 2026", "14 juni 2026 kl. 10:15".
std::string date(Language const& language, base::Instant instant);
std::string date_and_time(Language const& language, base::Instant instant);

} // namespace rodtrad::view
