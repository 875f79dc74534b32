#pragma once

#include "view/pages/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

// The forms on a measure's page that change something, as they were filled in: what could not be taken stands there
// again, with what is wrong.

struct MarkForm {
    std::string period; // "2024-03"
    bool is_new_level = false;
    bool is_for_all_units = false;
    std::string text;
    std::string error;      // empty where nothing is wrong
    bool is_offered = true; // to who may send it; the others do not see it
};

struct PeersForm {
    std::string name;
    std::string error;
    bool is_offered = true;
};

struct MeasureForms {
    MarkForm mark;
    PeersForm peers;
};

inline constexpr long longest_mark = 500;      // characters
inline constexpr long longest_group_name = 80; // characters

} // namespace rodtrad::view::pages
