#pragma once

#include "domain/unit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::demo {

inline constexpr std::string_view municipality_code = "LH";

// A unit of the example, and the sizes that its figures are drawn from.
struct Place {
    domain::Unit unit;
    int users = 0;      // children, pupils, residents … in the unit itself; 0 where it serves nobody directly
    int staff = 0;      // employees of the unit itself; 0 where they belong to the units below
    double women = 0.5; // their share of the staff
    bool has_senior_level = false; // a school with pupils in years 7–9
};

// Lindhamra kommun: a parent always stands before its children. The same at every call.
std::vector<Place> organisation();

// Units that are compared because their conditions are alike.
std::vector<domain::PeerGroup> peer_groups(std::vector<Place> const& places);

} // namespace rodtrad::demo
