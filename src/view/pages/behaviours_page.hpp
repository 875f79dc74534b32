#pragma once

#include "view/pages/dialogue_parts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::view::pages {

// The form of how a goal is lived: its behaviours, leadership practice and what stands back, as they are now.
struct BehavioursForm {
    GoalPlace goal;
    std::int64_t version = 0; // of the goal
    std::string raised;
    std::string followed_up;
    std::string rewarded;
    std::string deprioritised;
    std::vector<domain::Behaviour> behaviours; // by position, ended ones last

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &BehavioursForm::goal},
                          base::Field{"version", &BehavioursForm::version},
                          base::Field{"raised", &BehavioursForm::raised},
                          base::Field{"followed_up", &BehavioursForm::followed_up},
                          base::Field{"rewarded", &BehavioursForm::rewarded},
                          base::Field{"deprioritised", &BehavioursForm::deprioritised},
                          base::Field{"behaviours", &BehavioursForm::behaviours}};
    }
};
BehavioursForm behaviours_form(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal);
// What it holds when it is opened, with empty rows for more.
Filled standing_of(BehavioursForm const& form);
// Where `filled` was typed on an earlier reading, it is shown what stands now beside it.
std::string behaviours_page(BehavioursForm const& form, Filled const& filled, Context const& context);

// The fields of row n: "text.0", "whose.0", "pulse.0", "place.0", "end.0", "id.0", "version.0".
std::string row_field(std::string_view field, std::size_t row);

// A behaviour, and what has been noted when people talked about it.
struct BehaviourTalk {
    GoalPlace goal;
    domain::BehaviourId id;
    std::string text;
    domain::Whose whose = domain::Whose::everyone;
    std::string pulse_question;
    bool is_ended = false;
    std::vector<CommentView> notes; // oldest first
    bool may_note = false;
    std::vector<std::string> mentionable;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &BehaviourTalk::goal},
                          base::Field{"id", &BehaviourTalk::id},
                          base::Field{"text", &BehaviourTalk::text},
                          base::Field{"whose", &BehaviourTalk::whose},
                          base::Field{"pulse_question", &BehaviourTalk::pulse_question},
                          base::Field{"is_ended", &BehaviourTalk::is_ended},
                          base::Field{"notes", &BehaviourTalk::notes},
                          base::Field{"may_note", &BehaviourTalk::may_note},
                          base::Field{"mentionable", &BehaviourTalk::mentionable}};
    }
};
BehaviourTalk behaviour_talk(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                             domain::Behaviour const& behaviour, std::optional<domain::PersonId> reader,
                             base::Date today);
std::string behaviour_page(BehaviourTalk const& view, Context const& context);

} // namespace rodtrad::view::pages
