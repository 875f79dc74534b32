#include "view/pages/check_in_page.hpp"

#include "plan/coaching.hpp"
#include "plan/goal_status.hpp"
#include "view/format.hpp"
#include "view/pages/check_in_parts.hpp"
#include "view/pages/dialogue_addresses.hpp"

#include <ranges>

namespace rodtrad::view::pages {

namespace {

void set_latest(ValueAsked& asked, plan::Records<domain::CheckIn> check_ins) {
    for (auto const* check_in : check_ins)
        for (auto const& told : check_in->values)
            if (told.key_result == asked.key_result && told.value) {
                asked.latest = told.value;
                asked.latest_on = base::day_of(check_in->at);
            }
}

void write_asked(Html& h, ValueAsked const& asked, Filled const& filled, Language const& language) {
    auto const name = value_field(asked.key_result);
    if (asked.is_milestone) {
        // What stood when the form was opened: a box that was left alone does not undo what another has said since.
        hidden_field(h, was_field(asked.key_result), filled.value(was_field(asked.key_result)));
        return checkbox_field(h, filled, {.name = name, .label = language.tr("{0} is done", asked.title)});
    }
    auto hint = asked.latest ? language.tr("Last: {0}, {1}. Leave it empty if you do not know more.",
                                           as_told(language, *asked.latest, asked.unit_of_measure),
                                           date(language, *asked.latest_on))
                             : std::string{language.tr("Leave it empty if you do not know.")};
    auto const label =
        asked.unit_of_measure.empty() ? asked.title : language.tr("{0} ({1})", asked.title, asked.unit_of_measure);
    number_field(h, filled, {.name = name, .label = label, .hint = hint});
}

std::vector<Choice> confidences(Language const& language) {
    std::vector<Choice> choices;
    for (int confidence = 5; confidence >= 1; --confidence)
        choices.push_back({std::to_string(confidence), language.tr("{0}: {1}", whole(language, confidence),
                                                                   confidence_words(confidence, language))});
    return choices;
}

void write_fields(Html& h, CheckInForm const& form, Filled const& filled, Language const& language) {
    area_field(h, filled, {.name = "progress", .label = language.tr("How is it going?"), .required = Required::yes}, 4);
    auto const sure = confidences(language);
    radio_field(
        h, filled,
        {.name = "confidence", .label = language.tr("How sure are you to get there?"), .required = Required::yes},
        sure);
    for (auto const& asked : form.values) write_asked(h, asked, filled, language);
    area_field(h, filled, {.name = "obstacle", .label = language.tr("Is anything in the way?")}, 2);
    area_field(h, filled, {.name = "unblocked_when", .label = language.tr("What would clear it?")}, 2);
    area_field(h, filled, {.name = "next_step", .label = language.tr("Next step")}, 2);
    if (form.question.empty()) return;
    if (!form.corrected) hidden_field(h, "question", form.question);
    area_field(h, filled,
               {.name = "answer",
                .label = form.question,
                .hint = language.tr("A question to think about, another one each time. No one requires an answer.")},
               3);
}

void write_last_time(Html& h, CheckInForm const& form, Context const& context) {
    auto const& language = context.language;
    h.aside([&] {
        h.h2(language.tr("Last time"));
        if (form.before)
            write_check_in_told(h, context, *form.before);
        else
            h.p(class_("quiet"), language.tr("This is the first check-in on the goal."));
        h.p([&] { h.a(href(questions_url()), language.tr("Where the questions come from")); });
    });
}

} // namespace

std::string value_field(domain::KeyResultId key_result) { return "value." + std::to_string(key_result.value()); }
std::string was_field(domain::KeyResultId key_result) { return "was." + std::to_string(key_result.value()); }

CheckInForm check_in_form(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                          std::optional<domain::PersonId> reader, base::Date today, Language const& language) {
    CheckInForm form{.goal = goal_place(goal, data)};
    for (auto const* key_result : plan::standing_key_results(plan, goal.id)) {
        if (!key_result->measure.empty()) continue;
        auto& asked =
            form.values.emplace_back(ValueAsked{.key_result = key_result->id,
                                                .title = key_result->title,
                                                .unit_of_measure = key_result->unit_of_measure,
                                                .is_milestone = key_result->kind == domain::KeyResultKind::milestone,
                                                .is_done = key_result->is_done});
        set_latest(asked, plan.check_ins_of(goal.id));
    }
    if (auto const question = plan::question_for(plan, goal.id))
        form.question = language.is_swedish() ? question->text : question->text_en;
    auto dialogue = goal_dialogue(plan, data, goal, reader, today);
    if (!dialogue.check_ins.empty()) form.before = std::move(dialogue.check_ins.front());
    return form;
}

Filled standing_of(CheckInForm const& form) {
    Filled::Values values;
    for (auto const& asked : form.values)
        if (asked.is_milestone && asked.is_done) {
            values.emplace_back(value_field(asked.key_result), "ja");
            values.emplace_back(was_field(asked.key_result), "ja");
        }
    return Filled::standing(std::move(values));
}

CheckInForm check_in_correction(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                                domain::CheckIn const& check_in) {
    CheckInForm form{.goal = goal_place(goal, data),
                     .question = check_in.question,
                     .corrected = check_in.id,
                     .version = check_in.version};
    for (auto const* key_result : plan::standing_key_results(plan, goal.id))
        if (key_result->measure.empty() && key_result->kind != domain::KeyResultKind::milestone)
            form.values.push_back({.key_result = key_result->id,
                                   .title = key_result->title,
                                   .unit_of_measure = key_result->unit_of_measure});
    return form;
}

Filled standing_of(domain::CheckIn const& check_in, Language const& language) {
    Filled::Values values{{"progress", check_in.progress},   {"confidence", std::to_string(check_in.confidence)},
                          {"obstacle", check_in.obstacle},   {"unblocked_when", check_in.unblocked_when},
                          {"next_step", check_in.next_step}, {"answer", check_in.answer}};
    for (auto const& told : check_in.values)
        if (told.value) values.emplace_back(value_field(told.key_result), as_told(language, *told.value, {}));
    return Filled::standing(std::move(values));
}

std::string check_in_page(CheckInForm const& form, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const goal = form.goal.id;
    auto const url = form.corrected ? correct_check_in_url(goal, *form.corrected) : check_in_form_url(goal);
    auto const draft = form.corrected ? "correction-" + std::to_string(form.corrected->value())
                                      : "check-in-" + std::to_string(goal.value());
    auto const title = form.corrected ? language.tr("Correct the check-in") : language.tr("Check in");
    return page_below_goal(url, title, form.goal, context, [&](Html& h) {
        h.div(class_("grid"), [&] {
            h.div([&] {
                if (!form.corrected) h.p(class_("hint"), language.tr("Only the first two questions need an answer."));
                write_problems(h, context, filled);
                write_form(h, context, url, {.draft = draft}, [&] {
                    if (form.corrected) hidden_field(h, "version", std::to_string(form.version));
                    write_fields(h, form, filled, language);
                    submit_button(h, language.tr("Save the check-in"));
                });
            });
            if (!form.corrected) write_last_time(h, form, context);
        });
    });
}

std::string check_in_history_page(CheckInHistory const& view, Context const& context) {
    auto const& language = context.language;
    auto const url = check_ins_url(view.goal.id);
    return page_below_goal(url, language.tr("Check-ins"), view.goal, context, [&](Html& h) {
        if (view.check_ins.empty()) h.p(class_("lede"), language.tr("No one has checked in on the goal yet."));
        if (view.may_check_in)
            h.p([&] { h.a(class_("btn"), href(check_in_form_url(view.goal.id)), language.tr("Check in")); });
        write_confidence(h, context, view.check_ins);
        if (view.check_ins.empty()) return;
        h.ol(class_("log"), [&] {
            for (auto const& check_in : view.check_ins) h.li([&] { write_check_in_entry(h, context, check_in); });
        });
    });
}

std::string check_in_talk_page(CheckInTalk const& view, Context const& context) {
    auto const& language = context.language;
    auto const& check_in = view.check_in;
    auto const title = language.tr("Check-in {0}", date(language, check_in.at));
    return page_below_goal(check_in_url(view.goal.id, check_in.id), title, view.goal, context, [&](Html& h) {
        h.div(class_("quoted"), [&] { write_check_in_told(h, context, check_in); });
        if (check_in.acknowledged_at)
            h.p(class_("of"),
                language.tr("Read by {0} {1}", check_in.acknowledged_by, date(language, *check_in.acknowledged_at)));
        if (check_in.may_acknowledge)
            post_button(h, context, acknowledge_url(view.goal.id, check_in.id), language.tr("I have read this"),
                        Weight::main);
        if (check_in.may_correct)
            h.p([&] { h.a(href(correct_check_in_url(view.goal.id, check_in.id)), language.tr("Correct it")); });
        if (!view.may_comment && check_in.comments.empty()) return;
        h.section(class_("panel"), [&] {
            h.h2(language.tr("The conversation"));
            write_said(h, context, check_in.comments);
            if (view.may_comment)
                write_comment_form(h, context,
                                   {.goal = view.goal.id,
                                    .about = domain::SubjectKind::check_in,
                                    .subject = check_in.id.value(),
                                    .label = language.tr("Answer"),
                                    .hint = language.tr("What do you see? What do you wonder? What can you help with?"),
                                    .button = language.tr("Send the answer")},
                                   view.mentionable);
        });
    });
}

} // namespace rodtrad::view::pages
