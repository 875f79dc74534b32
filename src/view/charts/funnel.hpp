#pragma once

#include "domain/measure.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"
#include "view/url.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

// Where a unit lies in the funnel: what its size explains, the edge of it (1 of 20 lies outside by chance alone), or
// clearly outside (1 of 500).
enum class FunnelZone : std::uint8_t { inside, edge, outside };

struct FunnelUnit {
    std::string name;
    double size = 0;  // people behind the share, above 0
    double value = 0; // in the measure's unit, as the limits
    double low_95 = 0;
    double high_95 = 0;
    double low_998 = 0;
    double high_998 = 0;
    FunnelZone zone = FunnelZone::inside;
    bool is_me = false;
    std::optional<study::Judgement> judgement; // of one at the edge or outside
    std::optional<Url> link;                   // in the table
};

// Units by size against their common average: small ones are allowed to stray further.
struct FunnelView {
    std::string title; // "Skolorna efter storlek"
    ValueFormat format;
    double average = 0;
    std::string who; // "elever"; empty where it is not said
    domain::Polarity polarity = domain::Direction::neutral;
    bool is_overdispersed = false; // the limits hold the spread that units have beyond chance
    std::vector<FunnelUnit> units; // in any order
};

Raw funnel_chart(FunnelView const& view, Language const& language);
std::string funnel_description(FunnelView const& view, Language const& language);
void funnel_table(Html& h, FunnelView const& view, Language const& language);

// "utanför det som storleken förklarar"
std::string_view zone_word(FunnelZone zone, Language const& language);

} // namespace rodtrad::view
