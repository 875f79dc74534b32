#pragma once

#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rodtrad::domain {

// Which way is better. Neutral measures can change, but neither improve nor worsen.
enum class Direction : std::uint8_t { higher_is_better, lower_is_better, neutral };
struct WantedRange { // better inside, ends included
    double low = 0;
    double high = 0;
    bool operator==(WantedRange const&) const = default;
};
using Polarity = std::variant<Direction, WantedRange>;
std::string to_text(Polarity const& polarity); // "higher", "lower", "neutral", "4.5..6"
std::optional<Polarity> to_polarity(std::string_view text);

// What the value is, and so which tests it bears.
enum class ValueKind : std::uint8_t {
    proportion, // x of n, × multiplier (100 for percent)
    rate,       // x events per n of exposure, × multiplier
    mean,       // mean of n answers
    index,      // a number on a scale of its own
    money,
    count,
    other,
};
std::string_view to_text(ValueKind kind);
std::optional<ValueKind> to_value_kind(std::string_view text);

// How the children of a unit become the unit.
enum class Aggregation : std::uint8_t {
    counts, // numerators and denominators are summed; a percentage is never averaged
    sum,    // values are summed
    none,   // only what is delivered for the unit itself
};
std::string_view to_text(Aggregation aggregation);
std::optional<Aggregation> to_aggregation(std::string_view text);

enum class MeasureLevel : std::uint8_t { political, operational, informative };
std::string_view to_text(MeasureLevel level);
std::optional<MeasureLevel> to_measure_level(std::string_view text);

// A measure's definition, as one delivery stated it. A new statement is a new version; the old ones remain.
struct Measure {
    std::string code;
    std::string title;
    std::string title_en; // empty = as in Swedish
    std::string definition;
    std::string unit_of_measure; // after the value: "%", "kr/inv", "dagar"; empty for none
    ValueKind kind = ValueKind::other;
    double multiplier = 1; // value = multiplier × numerator / denominator
    Polarity polarity = Direction::neutral;
    Aggregation aggregation = Aggregation::none;
    std::optional<Periodicity> periodicity; // nothing = whatever is delivered first
    MeasureLevel level = MeasureLevel::operational;
    std::string perspective; // of the scorecard
    std::string area;        // field of operation ("grundskola"); chooses among peer groups
    std::string source;      // "Källa: …"
    std::string owner;
    std::string people;                  // whom n counts ("elever"); empty when the figure is not about people
    std::optional<double> min_effect;    // smallest difference worth talking about, in the value's unit
    std::optional<int> decimals;         // shown; nothing = chosen from the values
    double weight = 1;                   // 1–3, from the goal it serves
    std::vector<std::string> conditions; // codes of the measures whose figures say what can be expected of a unit
    bool operator==(Measure const&) const = default;
};

} // namespace rodtrad::domain
