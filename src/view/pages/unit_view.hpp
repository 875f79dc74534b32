#pragma once

#include "study/follow_up.hpp"
#include "view/pages/card_view.hpp"
#include "view/pages/context.hpp"
#include "view/pages/measure_rows.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::view::pages {

struct ChildRow {
    Link unit;
    std::size_t cards = 0; // in its branch
};

struct AreaLink { // a field of operation with its own page, where a unit has more measures than one page bears
    Link area;
    std::size_t measures = 0;
    bool is_shown = false;
};

// One unit: where it stands, what is below it, what stands out in it, and all its measures beside those of others.
struct UnitView {
    std::string code;
    Url here;
    Url compare; // the measures shown, on the page of comparisons
    std::vector<Link> way;
    std::string name;
    std::string kind;
    std::vector<ChildRow> children;
    std::size_t cards_in_branch = 0;
    Link all_cards;
    std::vector<CardView> cards; // its own, the first few
    std::size_t own_cards = 0;
    std::size_t measures = 0; // that it has a figure for
    std::vector<AreaLink> areas;
    std::vector<MeasureGroup> groups;
};

UnitView unit_view(study::Dataset const& data, study::FollowUp const& list, study::UnitIndex unit,
                   std::string_view area, Language const& language);
std::string unit_page(UnitView const& view, Context const& context);

// The top of the organisation: its one root, or, where there are several, all of them as a list.
struct UnitsView {
    std::vector<ChildRow> roots;
};
UnitsView units_view(study::Dataset const& data, study::FollowUp const& list);
std::string units_page(UnitsView const& view, Context const& context);

} // namespace rodtrad::view::pages
