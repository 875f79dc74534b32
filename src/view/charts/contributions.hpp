#pragma once

#include "domain/measure.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"

#include <string>
#include <vector>

namespace rodtrad::view {

struct Contribution {
    std::string name;
    double value = 0; // signed, in the measure's unit; 1.4 percentage points is 1.4
};

// What a change is made of: bars to the left for what pulled down, to the right for what pulled up.
struct ContributionsView {
    std::string title; // "Vad bidrog till nedgången sedan 2023?"
    ValueFormat format;
    domain::Polarity polarity = domain::Direction::neutral;
    std::vector<Contribution> parts; // in the order shown; they sum to the total as written
    double total = 0;
};

Raw contributions_chart(ContributionsView const& view, Language const& language);
std::string contributions_description(ContributionsView const& view, Language const& language);
void contributions_table(Html& h, ContributionsView const& view, Language const& language);

} // namespace rodtrad::view
