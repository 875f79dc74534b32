// Check-ins: the form, the history, one of them with its conversation, "I have read this", and reminders.

#include "steering/check_ins.hpp"
#include "steering/reminders.hpp"
#include "steering/typed.hpp"
#include "view/pages/check_in_page.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "web/address.hpp"
#include "web/dialogue_asked.hpp"
#include "web/dialogue_resources.hpp"
#include "web/form.hpp"
#include "web/page_answer.hpp"

#include <algorithm>
#include <functional>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

pages::CheckInForm form_of(Visit const& visit, domain::Goal const& goal) {
    return pages::check_in_form(visit.plan(), visit.data(), goal, visit.who->person, visit.today(), visit.language());
}

Response form_response(Visit const& visit, domain::Goal const& goal, pages::Filled const* typed) {
    auto const form = form_of(visit, goal);
    return page_or_json(visit, form, [&] {
        return pages::check_in_page(form, typed == nullptr ? pages::standing_of(form) : *typed, visit.context());
    });
}

// Of the key results that were asked for, and no others.
std::vector<domain::ReportedValue> values_in(Visit const& visit, domain::Goal const& goal) {
    std::vector<domain::ReportedValue> values;
    for (auto const& asked : form_of(visit, goal).values) {
        auto const field = pages::value_field(asked.key_result);
        auto const typed = visit.filled_in(field);
        if (asked.is_milestone) {
            if (typed == visit.filled_in(pages::was_field(asked.key_result))) continue;
            values.push_back({.key_result = asked.key_result, .is_done = typed == "ja"});
        } else if (auto const value = steering::typed_number(field, typed, asked.unit_of_measure)) {
            values.push_back({.key_result = asked.key_result, .value = value});
        }
    }
    return values;
}

steering::CheckInWish wish_in(Visit const& visit, domain::Goal const& goal) {
    auto const text = [&](std::string_view field) { return std::string{visit.filled_in(field)}; };
    return {.progress = text("progress"),
            .confidence = static_cast<int>(std::clamp<std::int64_t>(number_in(visit, "confidence"), 0, 6)),
            .obstacle = text("obstacle"),
            .unblocked_when = text("unblocked_when"),
            .next_step = text("next_step"),
            .question = text("question"),
            .answer = text("answer"),
            .values = values_in(visit, goal)};
}

Response talk_response(Visit const& visit, domain::Goal const& goal, domain::CheckInId id) {
    auto dialogue = pages::goal_dialogue(visit.plan(), visit.data(), goal, visit.who->person, visit.today());
    auto const found = std::ranges::find(dialogue.check_ins, id, &pages::CheckInView::id);
    if (found == dialogue.check_ins.end()) return page_not_found(visit);
    pages::CheckInTalk const view{.goal = pages::goal_place(goal, visit.data()),
                                  .check_in = *found,
                                  .may_comment = dialogue.may_comment,
                                  .mentionable = std::move(dialogue.mentionable)};
    return page_or_json(visit, view, [&] { return pages::check_in_talk_page(view, visit.context()); });
}

domain::CheckInId captured_check_in(Visit const& visit) {
    return domain::CheckInId{number_of(visit.captured_as("check_in"))};
}

Response correction_response(Visit const& visit, domain::Goal const& goal, domain::CheckIn const& check_in,
                             pages::Filled const* typed) {
    auto const form = pages::check_in_correction(visit.plan(), visit.data(), goal, check_in);
    auto const& language = visit.language();
    return page_or_json(visit, form, [&] {
        return pages::check_in_page(form, typed == nullptr ? pages::standing_of(check_in, language) : *typed,
                                    visit.context());
    });
}

// Of the visitor's own check-in; anyone else's has no such page.
Response correction_of(Visit const& visit,
                       std::function<Response(domain::Goal const&, domain::CheckIn const&)> const& answer) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    auto const* check_in = goal == nullptr ? nullptr : find_captured_of<domain::CheckIn>(visit, *goal, "check_in");
    if (check_in == nullptr || check_in->by != visit.who->person) return page_not_found(visit);
    return for_who_may(visit, plan::Right::check_in, *goal, [&] { return answer(*goal, *check_in); });
}

} // namespace

Response show_check_in_form(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    return for_who_may(visit, plan::Right::check_in, *goal, [&] { return form_response(visit, *goal, nullptr); });
}

Response check_in(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            return pages::check_in_url(goal->id, steering::check_in(work, goal->id, wish_in(visit, *goal)));
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return form_response(visit, *goal, &filled); });
}

Response show_check_in_correction(Visit const& visit) {
    return correction_of(visit, [&](domain::Goal const& goal, domain::CheckIn const& check_in) {
        return correction_response(visit, goal, check_in, nullptr);
    });
}

Response correct_check_in(Visit const& visit) {
    return correction_of(visit, [&](domain::Goal const& goal, domain::CheckIn const& check_in) {
        auto const use_case = [&] {
            return done(visit, [&](steering::Work& work) {
                steering::correct_check_in(work, check_in.id, number_in(visit, "version"), wish_in(visit, goal));
                return pages::check_in_url(goal.id, check_in.id);
            });
        };
        return answer_form(visit, use_case, [&](pages::Filled const& filled) {
            return correction_response(visit, goal, check_in, &filled);
        });
    });
}

Response show_check_ins(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto dialogue = pages::goal_dialogue(visit.plan(), visit.data(), *goal, visit.who->person, visit.today());
    pages::CheckInHistory const view{.goal = pages::goal_place(*goal, visit.data()),
                                     .check_ins = std::move(dialogue.check_ins),
                                     .may_check_in = dialogue.may_check_in};
    return page_or_json(visit, view, [&] { return pages::check_in_history_page(view, visit.context()); });
}

Response show_check_in(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    return goal == nullptr ? page_not_found(visit) : talk_response(visit, *goal, captured_check_in(visit));
}

Response acknowledge_check_in(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr || find_captured_of<domain::CheckIn>(visit, *goal, "check_in") == nullptr)
        return page_not_found(visit);
    auto const id = captured_check_in(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::acknowledge(work, id);
            return pages::check_in_url(goal->id, id);
        });
    };
    return answer_button(visit, use_case);
}

// The button stands on several pages: back to where it was pressed.
Response remind_of_check_in(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::remind(work, goal->id);
            return within_site(visit.filled_in("till")).value_or(pages::goal_url(goal->id));
        });
    };
    return answer_button(visit, use_case);
}

} // namespace rodtrad::web
