#include "view/pages/behaviours_page.hpp"

#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t usual_rows = 5;

void add_row(Filled::Values& values, std::size_t row, domain::Behaviour const& behaviour) {
    auto const add = [&](std::string_view field, std::string value) {
        values.emplace_back(row_field(field, row), std::move(value));
    };
    add("id", behaviour.id.value() == 0 ? std::string{} : std::to_string(behaviour.id.value()));
    add("version", std::to_string(behaviour.version));
    add("text", behaviour.text);
    add("whose", std::string{base::name_of(behaviour.whose)});
    add("pulse", behaviour.pulse_question);
    add("place", std::to_string(row + 1));
    if (behaviour.is_ended) add("end", "ja");
}

domain::Behaviour const* standing_row(BehavioursForm const& form, std::string_view id) {
    auto const is_it = [&](domain::Behaviour const& behaviour) { return std::to_string(behaviour.id.value()) == id; };
    auto const found = std::ranges::find_if(form.behaviours, is_it);
    return found == form.behaviours.end() ? nullptr : &*found;
}

// What is sent back as read: where somebody else has written since, what stands now, because it is shown beside.
void write_row(Html& h, BehavioursForm const& form, Filled const& filled, std::size_t row, Context const& context) {
    auto const& language = context.language;
    auto const named = [&](std::string_view field) { return row_field(field, row); };
    auto const* standing = standing_row(form, filled.value(named("id")));
    bool const is_changed = standing != nullptr && std::to_string(standing->version) != filled.value(named("version"));
    std::vector<Choice> const whose{
        {std::string{base::name_of(domain::Whose::everyone)}, std::string{language.tr("All of us")}},
        {std::string{base::name_of(domain::Whose::leaders)}, std::string{language.tr("Those who lead")}}};
    auto const number = whole(language, static_cast<std::int64_t>(row) + 1);
    h.fieldset(class_("row"), [&] {
        h.legend(language.tr("Behaviour {0}", number));
        hidden_field(h, named("id"), filled.value(named("id")));
        hidden_field(h, named("version"),
                     standing == nullptr ? filled.value(named("version")) : std::to_string(standing->version));
        auto const text = named("text");
        text_field(h, filled,
                   {.name = text, .label = language.tr("What can be seen on an ordinary day?"), .longest = 300});
        if (is_changed) write_meanwhile(h, context, filled.value(text), standing->text);
        auto const pulse = named("pulse");
        text_field(
            h, filled,
            {.name = pulse, .label = language.tr("Question for a pulse survey, if you want one"), .longest = 300});
        if (is_changed) write_meanwhile(h, context, filled.value(pulse), standing->pulse_question);
        h.div(class_("side-by-side"), [&] {
            select_field(h, filled, {.name = named("whose"), .label = language.tr("Who does it")}, whose);
            number_field(h, filled, {.name = named("place"), .label = language.tr("Order")});
        });
        if (standing != nullptr)
            checkbox_field(h, filled, {.name = named("end"), .label = language.tr("No longer applies")});
    });
}

void write_practice_field(Html& h, Filled const& filled, FieldSpec const& field, std::string_view standing,
                          bool is_changed, Context const& context) {
    area_field(h, filled, field, 2);
    if (is_changed) write_meanwhile(h, context, filled.value(field.name), standing);
}

} // namespace

std::string row_field(std::string_view field, std::size_t row) {
    return std::string{field} + "." + std::to_string(row);
}

BehavioursForm behaviours_form(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal) {
    BehavioursForm form{.goal = goal_place(goal, data),
                        .version = goal.version,
                        .raised = goal.raised,
                        .followed_up = goal.followed_up,
                        .rewarded = goal.rewarded,
                        .deprioritised = goal.deprioritised};
    for (auto const* behaviour : plan.behaviours_of(goal.id)) form.behaviours.push_back(*behaviour);
    std::ranges::stable_sort(form.behaviours, {}, [](domain::Behaviour const& behaviour) {
        return std::pair{behaviour.is_ended, behaviour.position};
    });
    return form;
}

Filled standing_of(BehavioursForm const& form) {
    Filled::Values values{{"version", std::to_string(form.version)},
                          {"raised", form.raised},
                          {"followed_up", form.followed_up},
                          {"rewarded", form.rewarded},
                          {"deprioritised", form.deprioritised}};
    std::size_t row = 0;
    for (auto const& behaviour : form.behaviours) add_row(values, row++, behaviour);
    auto const standing = std::ranges::count(form.behaviours, false, &domain::Behaviour::is_ended);
    auto const more = std::max(usual_rows, static_cast<std::size_t>(standing) + 1) - static_cast<std::size_t>(standing);
    for (std::size_t empty = 0; empty < more; ++empty) add_row(values, row++, {});
    return Filled::standing(std::move(values));
}

std::string behaviours_page(BehavioursForm const& form, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const url = behaviours_url(form.goal.id);
    auto const draft = "behaviours-" + std::to_string(form.goal.id.value());
    bool const is_changed = std::to_string(form.version) != filled.value("version");
    return page_below_goal(url, language.tr("What we do"), form.goal, context, [&](Html& h) {
        h.p(class_("lede"),
            language.tr("Three to five behaviours that can be seen make a goal a part of the day. Write "
                        "what one does, not what one is."));
        write_problems(h, context, filled);
        write_form(h, context, url, {.draft = draft}, [&] {
            hidden_field(h, "version", std::to_string(form.version));
            for (std::size_t row = 0; !filled.values(row_field("text", row)).empty(); ++row)
                write_row(h, form, filled, row, context);
            h.h2(language.tr("What those who lead do"));
            auto const write = [&](std::string_view name, std::string_view label, std::string_view standing) {
                write_practice_field(h, filled, {.name = name, .label = label}, standing, is_changed, context);
            };
            write("raised", language.tr("We bring up in our meetings"), form.raised);
            write("followed_up", language.tr("We follow up by"), form.followed_up);
            write("rewarded", language.tr("We encourage by"), form.rewarded);
            h.h2(language.tr("What we put aside"));
            write("deprioritised", language.tr("To make room, we do less of, or stop"), form.deprioritised);
            submit_button(h, language.tr("Save"));
        });
    });
}

BehaviourTalk behaviour_talk(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                             domain::Behaviour const& behaviour, std::optional<domain::PersonId> reader,
                             base::Date today) {
    auto dialogue = goal_dialogue(plan, data, goal, reader, today);
    return {.goal = goal_place(goal, data),
            .id = behaviour.id,
            .text = behaviour.text,
            .whose = behaviour.whose,
            .pulse_question = behaviour.pulse_question,
            .is_ended = behaviour.is_ended,
            .notes = comments_about(plan, goal.id, domain::SubjectKind::behaviour, behaviour.id.value(), reader),
            .may_note = dialogue.may_comment,
            .mentionable = std::move(dialogue.mentionable)};
}

std::string behaviour_page(BehaviourTalk const& view, Context const& context) {
    auto const& language = context.language;
    return page_below_goal(behaviour_url(view.goal.id, view.id), view.text, view.goal, context, [&](Html& h) {
        h.p(class_("lede"), view.is_ended                          ? language.tr("The behaviour no longer applies.")
                            : view.whose == domain::Whose::leaders ? language.tr("For those who lead.")
                                                                   : language.tr("For all of us."));
        if (!view.pulse_question.empty()) h.p(language.tr("In the pulse survey: “{0}”", view.pulse_question));
        if (!view.may_note && view.notes.empty()) return;
        h.section(class_("panel"), [&] {
            h.h2(language.tr("What we have noticed"));
            write_said(h, context, view.notes);
            if (view.may_note)
                write_comment_form(
                    h, context,
                    {.goal = view.goal.id,
                     .about = domain::SubjectKind::behaviour,
                     .subject = view.id.value(),
                     .label = language.tr("What have you seen, and what made it possible?"),
                     .hint = language.tr("Write about what is done and how it is going, never about a person. Everyone "
                                         "who is signed in can read it."),
                     .button = language.tr("Save the note")},
                    view.mentionable);
        });
    });
}

} // namespace rodtrad::view::pages
