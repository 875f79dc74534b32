#pragma once

#include "view/pages/dialogue_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

// A key result that no measure feeds: its value is asked for.
struct ValueAsked {
    domain::KeyResultId key_result;
    std::string title;
    std::string unit_of_measure;
    bool is_milestone = false;
    bool is_done = false;                // milestone, as it stands
    std::optional<double> latest;        // as it was last told
    std::optional<base::Date> latest_on; //

    static constexpr auto fields() {
        return std::tuple{base::Field{"key_result", &ValueAsked::key_result},
                          base::Field{"title", &ValueAsked::title},
                          base::Field{"unit_of_measure", &ValueAsked::unit_of_measure},
                          base::Field{"is_milestone", &ValueAsked::is_milestone},
                          base::Field{"is_done", &ValueAsked::is_done},
                          base::Field{"latest", &ValueAsked::latest},
                          base::Field{"latest_on", &ValueAsked::latest_on}};
    }
};

// The form that a team fills in about its goal in two minutes, beside what it told the last time.
struct CheckInForm {
    GoalPlace goal;
    std::vector<ValueAsked> values;
    std::string question; // of the bank, in the reader's language; empty: none is asked
    std::optional<CheckInView> before;
    std::optional<domain::CheckInId> corrected; // nothing: it is a new one
    std::int64_t version = 0;                   // of the corrected one

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"goal", &CheckInForm::goal},           base::Field{"values", &CheckInForm::values},
            base::Field{"question", &CheckInForm::question},   base::Field{"before", &CheckInForm::before},
            base::Field{"corrected", &CheckInForm::corrected}, base::Field{"version", &CheckInForm::version}};
    }
};
CheckInForm check_in_form(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                          std::optional<domain::PersonId> reader, base::Date today, Language const& language);
// The same for a check-in that its author corrects: without milestones, and with the question that was asked then.
CheckInForm check_in_correction(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                                domain::CheckIn const& check_in);
// What it says.
Filled standing_of(domain::CheckIn const& check_in, Language const& language);
// The fields of a value, and of whether a milestone was done when the form was opened: "value.7", "was.7".
std::string value_field(domain::KeyResultId key_result);
std::string was_field(domain::KeyResultId key_result);
// What it holds when it is opened: milestones as they stand.
Filled standing_of(CheckInForm const& form);
std::string check_in_page(CheckInForm const& form, Filled const& filled, Context const& context);

// Every check-in of a goal, and how sure they have been.
struct CheckInHistory {
    GoalPlace goal;
    std::vector<CheckInView> check_ins; // newest first
    bool may_check_in = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &CheckInHistory::goal},
                          base::Field{"check_ins", &CheckInHistory::check_ins},
                          base::Field{"may_check_in", &CheckInHistory::may_check_in}};
    }
};
std::string check_in_history_page(CheckInHistory const& view, Context const& context);

// One check-in and the conversation about it.
struct CheckInTalk {
    GoalPlace goal;
    CheckInView check_in;
    bool may_comment = false;
    std::vector<std::string> mentionable;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &CheckInTalk::goal}, base::Field{"check_in", &CheckInTalk::check_in},
                          base::Field{"may_comment", &CheckInTalk::may_comment},
                          base::Field{"mentionable", &CheckInTalk::mentionable}};
    }
};
std::string check_in_talk_page(CheckInTalk const& view, Context const& context);

} // namespace rodtrad::view::pages
