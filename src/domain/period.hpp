#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::domain {

enum class Periodicity : std::uint8_t { year, half_year, tertial, quarter, month };

// The number of periods of this kind in a year: 1, 2, 3, 4, 12.
int periods_per_year(Periodicity periodicity);

// "year", "half_year", "tertial", "quarter", "month"; nothing for another text.
std::string_view to_text(Periodicity periodicity);
std::optional<Periodicity> to_periodicity(std::string_view text);

// A calendar period: a year, or a half (term), tertial, quarter or month of one.
//
// The code is year × 100 + a part, as ISO 8601-2 names the parts of a year: 00 the whole year, 01–12 months,
// 33–36 quarters, 37–39 tertials, 40–41 halves. It is what the database keeps: 2024 → 202400, March → 202403,
// the second quarter → 202434, autumn term → 202441. Codes of one periodicity sort in time order.
class Period {
public:
    static constexpr int first_year = 1800;
    static constexpr int last_year = 2199;

    // The nth (from 1) period of a year; throws base::Error outside the calendar above.
    static Period make(Periodicity periodicity, int year, int part = 1);
    static std::optional<Period> from_code(std::int32_t code);

    // Reads the forms of to_text, nothing else: files with other habits are the importer's business.
    static std::optional<Period> from_text(std::string_view text);

    // The period that lies `number` steps of its own periodicity after year 0: consecutive periods are consecutive
    // numbers, so this is the time axis t of the statistics.
    static Period from_number(Periodicity periodicity, std::int32_t number);
    std::int32_t number() const;

    Periodicity periodicity() const;
    int year() const { return m_code / 100; }
    int part() const; // from 1; 1 for a whole year
    std::int32_t code() const { return m_code; }

    Period plus(int steps) const { return from_number(periodicity(), number() + steps); }

    // "2024", "2024-03", "2024Q2", "2024T3", "2024H2"
    std::string text() const;

    auto operator<=>(Period const&) const = default;

private:
    constexpr explicit Period(std::int32_t code) : m_code{code} {}
    std::int32_t m_code;
};

} // namespace rodtrad::domain
