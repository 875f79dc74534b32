#pragma once

#include "domain/measure.hpp"

#include <optional>
#include <string>
#include <string_view>

// What Kolada only says in running text, read out of it.
namespace rodtrad::import::kolada {

// The tail of a title, "…, andel (%) (-2021)", says what the value is. Where it says nothing known the unit is empty.
struct Scale {
    std::string unit_of_measure;
    domain::ValueKind kind = domain::ValueKind::other;
    double multiplier = 1;
};
Scale scale_of(std::string_view title);

// The field of operation in the words of Kolada's groups of similar municipalities ("grundskola", "IFO"),
// so that a measure finds the right likes; empty for the general ones.
std::string area_of(std::string_view operating_area, std::string_view title, std::string_view description);

// "Kolada (SCB)" where the description ends in "Källa: SCB.", else "Kolada".
std::string source_of(std::string_view description);

// "Liknande kommuner grundskola, Ale, 2024": whose likes, in what, by the conditions of which year.
struct Likes {
    std::string area;
    std::string owner;
    int year = 0;
};
std::optional<Likes> likes_of(std::string_view group_title);

} // namespace rodtrad::import::kolada
