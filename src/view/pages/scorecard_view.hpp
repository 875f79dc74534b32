#pragma once

#include "view/pages/scorecard_parts.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// A success factor on the card, with what it is measured by and the goals that are for it.
struct CardFactor {
    domain::SuccessFactorId id;
    std::string name;
    std::string process;
    std::vector<CardMeasure> measures;
    std::vector<CardGoal> goals;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &CardFactor::id}, base::Field{"name", &CardFactor::name},
                          base::Field{"process", &CardFactor::process}, base::Field{"measures", &CardFactor::measures},
                          base::Field{"goals", &CardFactor::goals}};
    }
};

struct CardPerspective {
    std::string name; // empty: goals that stand in none
    std::string about;
    std::vector<CardFactor> factors;
    std::vector<CardGoal> goals; // for none of its factors

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &CardPerspective::name}, base::Field{"about", &CardPerspective::about},
                          base::Field{"factors", &CardPerspective::factors},
                          base::Field{"goals", &CardPerspective::goals}};
    }
};

// A goal from a unit above, and what is done for it here.
struct GoalFromAbove {
    CardGoal goal;
    std::vector<CardGoal> supported_by; // the unit's own goals

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalFromAbove::goal},
                          base::Field{"supported_by", &GoalFromAbove::supported_by}};
    }
};

struct CardKind { // a kind of operation below, with a card that can be shown added up here
    std::string operation;
    std::size_t units = 0;
    bool is_shown = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"operation", &CardKind::operation}, base::Field{"units", &CardKind::units},
                          base::Field{"is_shown", &CardKind::is_shown}};
    }
};

// Perspectives × success factors × measures × goals, for one unit.
struct ScorecardView {
    std::string unit; // code
    std::string unit_name;
    std::vector<Link> way;
    std::optional<domain::ScorecardId> card; // nothing: the unit has none, and its goals stand alone
    std::string card_name;
    int edition = 0;
    std::optional<base::Date> valid_from;
    std::string operation;         // of a card for a kind; empty for the unit's own
    std::string shown_for;         // the kind that was asked for, added up here; empty for the card the unit follows
    std::size_t units_of_card = 0; // how many follow it; of one added up: how many in this branch
    std::size_t sticking_out = 0;
    std::size_t reaching_target = 0;
    std::vector<CardPerspective> perspectives;
    std::vector<GoalFromAbove> from_above; // goals of the units above that something here supports
    std::size_t above_unsupported = 0;     // and those that nothing here supports
    std::vector<CardKind> kinds;           // in the branch, where they have a card
    bool may_define = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &ScorecardView::unit},
                          base::Field{"unit_name", &ScorecardView::unit_name},
                          base::Field{"way", &ScorecardView::way},
                          base::Field{"card", &ScorecardView::card},
                          base::Field{"card_name", &ScorecardView::card_name},
                          base::Field{"edition", &ScorecardView::edition},
                          base::Field{"valid_from", &ScorecardView::valid_from},
                          base::Field{"operation", &ScorecardView::operation},
                          base::Field{"shown_for", &ScorecardView::shown_for},
                          base::Field{"units_of_card", &ScorecardView::units_of_card},
                          base::Field{"sticking_out", &ScorecardView::sticking_out},
                          base::Field{"reaching_target", &ScorecardView::reaching_target},
                          base::Field{"perspectives", &ScorecardView::perspectives},
                          base::Field{"from_above", &ScorecardView::from_above},
                          base::Field{"above_unsupported", &ScorecardView::above_unsupported},
                          base::Field{"kinds", &ScorecardView::kinds},
                          base::Field{"may_define", &ScorecardView::may_define}};
    }
};

// `operation`: the card of that kind, added up for the unit; empty: the card that the unit follows.
ScorecardView scorecard_view(plan::Plan const& plan, study::Dataset const& data, study::FollowUp const& list,
                             study::UnitIndex unit, std::string_view operation, base::Date day,
                             Language const& language);
std::string scorecard_page(ScorecardView const& view, Context const& context);

// The links from a unit's own page to what it wants and how it is followed up.
void write_steering_links(Html& h, std::string_view unit, Language const& language);

} // namespace rodtrad::view::pages
