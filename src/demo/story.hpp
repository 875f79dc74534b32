#pragma once

#include "domain/period.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace rodtrad::demo {

// A change of what is true for a measure in a unit and everything below it, from a period on.
struct Shift {
    enum class Noise { drawn, none }; // none: exactly as said, for a story that must not be drowned or exaggerated
    std::string_view measure{};
    std::string_view unit{};
    std::string_view group = "T";          // "T" = everyone
    double by = 0;                         // in the measure's unit
    std::optional<domain::Period> from{};  // nothing = always
    std::optional<domain::Period> until{}; // last period
    Noise noise = Noise::drawn;
};

// A planted deviation, and how the follow-up should see it. Words as in the program: kinds of finding
// (target change comparison gap spread neighbour), judgement (better worse neutral), tiers (act look_into watch
// learn_from).
struct Story {
    std::string_view id{};
    std::string_view kinds{}; // separated by spaces; each must be found
    std::string_view measure{};
    std::string_view unit{}; // where it is told
    std::string_view group = "T";
    std::string_view judgement{};
    std::string_view tiers{}; // separated by spaces; the card stands in one of them
    std::string_view text{};  // one Swedish sentence
    std::vector<Shift> shifts{};
};

std::vector<Story> planted_stories();

} // namespace rodtrad::demo
