#pragma once

#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::import {

struct PeriodText {
    enum class Kind : std::uint8_t { period, split_year, not_a_period };
    Kind kind = Kind::not_a_period;
    std::optional<domain::Period> period;
};

// Reads a period in the habits of Swedish files: "2024", "2024-03", "202403", "2024M03", "mars 2024", "2024Q2",
// "2024K2", "kv2 2024", "2024T2", "T2 2024", "2024H1", "VT 2024", "ht24". A date ("2024-03-17") is its month.
// "2023/24" is a split year, which is no calendar period.
PeriodText to_period(std::string_view text);

// How a file of other habits writes its periods: YYYY or YY, and MM, DD, Q (quarter), T (tertial) or H (half);
// everything else in the pattern stands as it is. "DD.MM.YYYY" reads "31.05.2026" as May 2026.
class PeriodPattern {
public:
    explicit PeriodPattern(std::string pattern); // throws base::Error where the year is not in it
    std::optional<domain::Period> read(std::string_view text) const;

private:
    std::string m_pattern;
};

// The period of that kind which a month lies in; a period that is not a month stays what it is.
domain::Period widened(domain::Period period, domain::Periodicity to);

} // namespace rodtrad::import
