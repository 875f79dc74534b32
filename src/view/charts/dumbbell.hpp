#pragma once

#include "domain/period.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

struct DumbbellRow {
    domain::Period period;
    std::optional<double> first; // nothing = no figure
    std::optional<double> second;
};

// Two groups over time, and how far apart they are.
struct DumbbellView {
    std::string title;       // "Kvinnor och män"
    std::string first_name;  // "kvinnor": a filled circle
    std::string second_name; // "män": an open square
    ValueFormat format;
    std::vector<DumbbellRow> rows; // oldest first; the latest twelve are drawn
};

Raw dumbbell_chart(DumbbellView const& view, Language const& language);
std::string dumbbell_description(DumbbellView const& view, Language const& language);
void dumbbell_table(Html& h, DumbbellView const& view, Language const& language);

} // namespace rodtrad::view
