#pragma once

#include "base/fields.hpp"
#include "plan/goal_status.hpp"
#include "study/follow_up.hpp"
#include "study/targets_in_force.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/sentences.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// What scorecards, tables of them and strategy maps are made of.
namespace rodtrad::view::pages {

// A measure in a unit: its latest figure for everyone, and what is to be said of it.
struct CardMeasure {
    std::string code;
    std::string unit; // code
    std::string title;
    std::string value;    // "96 %"; empty: the unit has no figure
    std::string period;   // of the figure
    std::string coverage; // "18 av 20 enheter"; empty for the unit's own figure
    std::string aim;    // "mål 90 %"; "mål 90 %, nås" where the status is about something else; empty without a target
    std::string status; // "Tydlig försämring", "Målet nås", "Inget sticker ut"
    std::string tone;   // "better", "worse", "neutral", "normal"
    Sign sign = Sign::too_few;
    std::optional<double> number; // the figure itself, to sort by
    bool sticks_out = false;      // it is on the list of deviations
    bool is_met = false;          // its target

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &CardMeasure::code},
                          base::Field{"unit", &CardMeasure::unit},
                          base::Field{"title", &CardMeasure::title},
                          base::Field{"value", &CardMeasure::value},
                          base::Field{"number", &CardMeasure::number},
                          base::Field{"period", &CardMeasure::period},
                          base::Field{"coverage", &CardMeasure::coverage},
                          base::Field{"aim", &CardMeasure::aim},
                          base::Field{"status", &CardMeasure::status},
                          base::Field{"tone", &CardMeasure::tone},
                          base::Field{"sticks_out", &CardMeasure::sticks_out},
                          base::Field{"is_met", &CardMeasure::is_met}};
    }
};

// One measure of the cards of many units: what is the same for all of them is found out once.
class CardMeasureReader {
public:
    CardMeasureReader(study::Dataset const& data, study::FollowUp const& list, std::string_view measure,
                      Language const& language);

    CardMeasure in(study::UnitIndex unit) const;
    std::string const& title() const { return m_title; } // its code, where it is not defined any more

private:
    void fill_in_figure(CardMeasure& shown, study::UnitIndex unit) const;

    study::Dataset const& m_data;
    Language const& m_language;
    std::string m_code;
    std::string m_title;
    std::optional<study::MeasureIndex> m_measure;
    std::optional<study::GroupIndex> m_everyone;
    std::optional<study::TargetsInForce> m_targets;
    std::vector<study::Card const*> m_cards; // of the measure, by unit
};

// A goal, with how it goes.
struct CardGoal {
    domain::GoalId id;
    std::string title;
    std::string unit;      // code of the first that carries it
    std::string unit_name; // where it is another unit's than the page is about
    std::string owner;     // empty: nobody, which is a gap
    plan::Standing standing = plan::Standing::not_begun;
    bool is_stale = false;
    std::string status; // in words
    std::string tone;
    Sign sign = Sign::normal;
    std::string said; // what people judge it to be; empty: nobody has

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &CardGoal::id},
                          base::Field{"title", &CardGoal::title},
                          base::Field{"unit", &CardGoal::unit},
                          base::Field{"unit_name", &CardGoal::unit_name},
                          base::Field{"owner", &CardGoal::owner},
                          base::Field{"standing", &CardGoal::standing},
                          base::Field{"is_stale", &CardGoal::is_stale},
                          base::Field{"status", &CardGoal::status},
                          base::Field{"tone", &CardGoal::tone},
                          base::Field{"said", &CardGoal::said}};
    }
};

// `here`: the unit that the page is about.
CardGoal card_goal(domain::Goal const& goal, std::string_view here, plan::Plan const& plan, study::Dataset const& data,
                   base::Date day, Language const& language);

// A goal on a line: its sign, its title, how it goes in words, and who answers for it.
void write_card_goal(Html& h, CardGoal const& goal, Language const& language);
Url url_of(CardGoal const& goal);
Url url_of(CardMeasure const& measure);

std::string perspective_name(domain::Perspective const& perspective, Language const& language);

// The goals of a unit that are adopted, active or paused on a day.
std::vector<domain::Goal const*> standing_goals(plan::Plan const& plan, std::string_view unit, base::Date day);

} // namespace rodtrad::view::pages
