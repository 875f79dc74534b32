#pragma once

#include "domain/measure.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"
#include "view/url.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

struct ExpectedUnit {
    std::string name;
    double expected = 0;
    double actual = 0;
    bool is_me = false;
    bool is_best = false;                      // among the best given its conditions: named in the picture
    std::optional<study::Judgement> judgement; // against what is expected, where it is more than chance
    std::optional<Url> link;                   // in the table
};

// What units achieve against what is expected of them under their conditions: on the line it is as expected.
struct ExpectedView {
    std::string title;
    ValueFormat format;
    domain::Polarity polarity = domain::Direction::neutral;
    std::vector<ExpectedUnit> units; // in any order
};

Raw expected_chart(ExpectedView const& view, Language const& language);
std::string expected_description(ExpectedView const& view, Language const& language);
void expected_table(Html& h, ExpectedView const& view, Language const& language);

} // namespace rodtrad::view
