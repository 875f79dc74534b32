#pragma once

#include "study/dataset.hpp"
#include "study/follow_up.hpp"

#include <string>

namespace rodtrad::view::test {

// A municipality with eight schools and one measure: the share of pupils in year 9 who are eligible, in 16 years, for
// girls and boys. Norrskolan falls in 2022; the others stay where they are.
struct Schools {
    study::Dataset data;
    study::FollowUp list;
};
struct SchoolNames {
    std::string municipality = "Lilla kommunen";
    std::string school = "Norrskolan";
    std::string measure = "Behöriga till yrkesprogram";
};
Schools schools(SchoolNames const& names = {});

// Norrskolan's place, and the measure's.
study::UnitIndex norrskolan(study::Dataset const& data);
inline constexpr study::MeasureIndex eligible{0};

} // namespace rodtrad::view::test
