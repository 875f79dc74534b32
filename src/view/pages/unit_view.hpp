#pragma once

#include "base/fields.hpp"
#include "study/follow_up.hpp"
#include "view/pages/card_view.hpp"
#include "view/pages/context.hpp"
#include "view/pages/measure_rows.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

struct ChildRow {
    Link unit;
    std::size_t cards = 0; // in its branch

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &ChildRow::unit}, base::Field{"cards", &ChildRow::cards}};
    }
};

struct AreaLink { // a field of operation with its own page, where a unit has more measures than one page bears
    Link area;
    std::size_t measures = 0;
    bool is_shown = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"area", &AreaLink::area}, base::Field{"measures", &AreaLink::measures},
                          base::Field{"is_shown", &AreaLink::is_shown}};
    }
};

// One unit: where it stands, what is below it, what stands out in it, and all its measures beside those of others.
struct UnitView {
    std::string code;
    Url here;
    Url compare; // the measures shown, on the page of comparisons
    std::vector<Link> way;
    std::string name;
    std::string kind;
    std::string ended{}; // when, in a sentence; empty where it goes on
    std::vector<Link> predecessors{};
    std::vector<Link> successors{};
    std::vector<ChildRow> children;
    std::size_t cards_in_branch = 0;
    Link all_cards;
    std::vector<CardView> cards; // its own, the first few
    std::size_t own_cards = 0;
    std::size_t measures = 0; // that it has a figure for
    std::vector<AreaLink> areas;
    std::vector<MeasureGroup> groups;

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &UnitView::code},
                          base::Field{"name", &UnitView::name},
                          base::Field{"kind", &UnitView::kind},
                          base::Field{"ended", &UnitView::ended},
                          base::Field{"way", &UnitView::way},
                          base::Field{"predecessors", &UnitView::predecessors},
                          base::Field{"successors", &UnitView::successors},
                          base::Field{"compare", &UnitView::compare},
                          base::Field{"children", &UnitView::children},
                          base::Field{"cards_in_branch", &UnitView::cards_in_branch},
                          base::Field{"all_cards", &UnitView::all_cards},
                          base::Field{"cards", &UnitView::cards},
                          base::Field{"own_cards", &UnitView::own_cards},
                          base::Field{"measures", &UnitView::measures},
                          base::Field{"areas", &UnitView::areas},
                          base::Field{"groups", &UnitView::groups}};
    }
};

UnitView unit_view(study::Dataset const& data, study::FollowUp const& list, study::UnitIndex unit,
                   std::string_view area, Language const& language);
std::string unit_page(UnitView const& view, Context const& context);

// The top of the organisation: its one root, or, where there are several, all of them as a list.
struct UnitsView {
    std::vector<ChildRow> roots;

    static constexpr auto fields() { return std::tuple{base::Field{"roots", &UnitsView::roots}}; }
};
UnitsView units_view(study::Dataset const& data, study::FollowUp const& list);
std::string units_page(UnitsView const& view, Context const& context);

} // namespace rodtrad::view::pages
