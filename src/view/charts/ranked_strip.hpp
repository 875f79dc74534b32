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

struct RankedUnit {
    std::string name;
    double value = 0;
    std::optional<double> shrunken; // where the value probably lies, when chance among few people is discounted
    std::optional<double> low;      // and how surely
    std::optional<double> high;
    std::optional<double> people;
    std::optional<study::Judgement> judgement; // differs from the mean more than chance explains
    std::optional<Url> link;                   // in the table
    bool is_me = false;                        // the one looked at: always drawn, in stronger type
};

// The units behind a mean.
struct RankedView {
    std::string title; // "Enheterna bakom snittet"
    ValueFormat format;
    std::string mean_name; // "Norrskolan", "snitt"
    std::optional<double> mean;
    domain::Polarity polarity = domain::Direction::neutral;
    std::string who;               // "elever"
    std::vector<RankedUnit> units; // in any order; drawn best first, a neutral measure's highest first
};

// Some 20 rows are drawn: those furthest out at both ends, those looked at, and how many lie between them. The table
// has all.
Raw ranked_chart(RankedView const& view, Language const& language);
std::string ranked_description(RankedView const& view, Language const& language);
void ranked_table(Html& h, RankedView const& view, Language const& language);

} // namespace rodtrad::view
