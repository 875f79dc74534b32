#pragma once

#include "base/date.hpp"
#include "view/html.hpp"
#include "view/language.hpp"

#include <string>
#include <vector>

namespace rodtrad::view {

struct ConfidencePoint {
    base::Date day{};
    int confidence = 3; // 1–5
    std::string name;   // of who told it
};

// How sure those who carry a goal have been to get there, at each check-in.
struct ConfidenceView {
    std::string title;                   // "Tillförsikt: Varje elev får stöd i tid"
    std::vector<ConfidencePoint> points; // oldest first, at least one
};

Raw confidence_chart(ConfidenceView const& view, Language const& language);
// "Från 2 av 5 (3 september 2026) till 4 av 5 (22 oktober 2026)."
std::string confidence_description(ConfidenceView const& view, Language const& language);
// Newest first.
void confidence_table(Html& h, ConfidenceView const& view, Language const& language);

} // namespace rodtrad::view
