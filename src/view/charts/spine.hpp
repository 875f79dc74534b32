#pragma once

#include "domain/measure.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

// One measure's value among those of others. Better is always to the right; a measure that takes no side has its higher
// values there.
struct SpineView {
    std::string title; // "Norrskolan bland sju liknande skolor"
    std::string name;  // whose value it is
    ValueFormat format;
    double value = 0;
    std::optional<study::Judgement> judgement; // against the others; nothing = as the others
    std::vector<double> peers;                 // without the unit itself, in any order
    std::optional<double> target;
    domain::Polarity polarity = domain::Direction::neutral;
    std::optional<double> low; // how much chance alone could move the value
    std::optional<double> high;
};

// With names, figures and what the ends mean: one measure, in a panel of its own. In two shapes, as the trend.
Raw spine_chart(SpineView const& view, Language const& language);

// The same without words, for a row of a table with many measures; the cells beside it hold the figures.
Raw spine_cell(SpineView const& view, Language const& language);

std::string spine_description(SpineView const& view, Language const& language);
void spine_table(Html& h, SpineView const& view, Language const& language);

} // namespace rodtrad::view
