#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// STATISTICS M8a: the colours of Kolada and Öppna jämförelser. Description only: a quarter is red by construction,
// so a colour never raises an alarm.
enum class QuartileColour : std::uint8_t { green, yellow, red, grey };
std::string_view to_text(QuartileColour colour);

enum class Better : std::uint8_t { higher, lower };

struct QuartilePlace {
    std::optional<int> quartile; // 1 = best … 4
    QuartileColour colour = QuartileColour::grey;
};

// One place per unit. Ties share the best rank. Grey without a quartile: a unit without a value, fewer than 4 units
// with one, and everyone when all are equal.
std::vector<QuartilePlace> quartiles(std::span<std::optional<double> const> values, Better better);

} // namespace rodtrad::study
