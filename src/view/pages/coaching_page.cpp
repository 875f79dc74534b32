#include "view/pages/coaching_page.hpp"

#include "plan/coaching.hpp"
#include "view/format.hpp"
#include "view/pages/behaviours_page.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/frame.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t rows_for_more = 3;

void add_row(Filled::Values& values, std::size_t row, domain::CoachingQuestion const& question) {
    auto const add = [&](std::string_view field, std::string value) {
        values.emplace_back(row_field(field, row), std::move(value));
    };
    add("id", question.id.value() == 0 ? std::string{} : std::to_string(question.id.value()));
    add("version", std::to_string(question.version));
    add("text", question.text);
    add("text_en", question.text_en);
    add("place", std::to_string(row + 1));
    if (question.is_ended) add("end", "ja");
}

void write_row(Html& h, CoachingForm const& form, Filled const& filled, std::size_t row, Context const& context) {
    auto const& language = context.language;
    auto const named = [&](std::string_view field) { return row_field(field, row); };
    auto const typed_id = filled.value(named("id"));
    auto const found = std::ranges::find_if(form.questions, [&](domain::CoachingQuestion const& question) {
        return question.id.value() != 0 && std::to_string(question.id.value()) == typed_id;
    });
    auto const* standing = found == form.questions.end() ? nullptr : &*found;
    bool const is_changed = standing != nullptr && std::to_string(standing->version) != filled.value(named("version"));
    h.fieldset(class_("row"), [&] {
        h.legend(language.tr("Question {0}", whole(language, static_cast<std::int64_t>(row) + 1)));
        hidden_field(h, named("id"), typed_id);
        hidden_field(h, named("version"),
                     standing == nullptr ? filled.value(named("version")) : std::to_string(standing->version));
        auto const text = named("text");
        text_field(h, filled, {.name = text, .label = language.tr("In Swedish"), .longest = 300});
        if (is_changed) write_meanwhile(h, context, filled.value(text), standing->text);
        auto const text_en = named("text_en");
        text_field(h, filled, {.name = text_en, .label = language.tr("In English"), .longest = 300});
        if (is_changed) write_meanwhile(h, context, filled.value(text_en), standing->text_en);
        number_field(h, filled, {.name = named("place"), .label = language.tr("Order")});
        if (standing != nullptr)
            checkbox_field(h, filled, {.name = named("end"), .label = language.tr("Is no longer asked")});
    });
}

void write_read_only(Html& h, CoachingForm const& form, Language const& language) {
    h.ol(class_("questions"), [&] {
        for (auto const& question : form.questions)
            if (!question.is_ended)
                h.li(language.is_swedish() || question.text_en.empty() ? question.text : question.text_en);
    });
}

} // namespace

CoachingForm coaching_form(plan::Plan const& plan, bool may_edit) {
    CoachingForm form{.is_own = !plan.questions.empty(), .may_edit = may_edit};
    for (auto const& question : plan.questions) form.questions.push_back(question);
    std::ranges::stable_sort(form.questions, {}, [](domain::CoachingQuestion const& question) {
        return std::pair{question.is_ended, question.position};
    });
    if (form.is_own) return form;
    for (auto const& question : plan::question_bank(plan))
        form.questions.push_back({.text = std::string{question.text},
                                  .text_en = std::string{question.text_en},
                                  .position = static_cast<int>(form.questions.size())});
    return form;
}

Filled standing_of(CoachingForm const& form) {
    Filled::Values values;
    std::size_t row = 0;
    for (auto const& question : form.questions) add_row(values, row++, question);
    for (std::size_t empty = 0; empty < rows_for_more; ++empty) add_row(values, row++, {});
    return Filled::standing(std::move(values));
}

std::string coaching_page(CoachingForm const& form, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("Questions at check-ins")}, Section::none, questions_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(language.tr("Questions at check-ins"));
        h.p(class_("lede"),
            language.tr(
                "Each check-in asks one of these, in turn. A good question makes a team think: it is not a control, "
                "and no one has to answer."));
        if (!form.may_edit) return write_read_only(h, form, language);
        if (!form.is_own)
            h.p(class_("quiet"),
                language.tr("These come with the program. When you save, they become your own to change."));
        write_problems(h, context, filled);
        write_form(h, context, questions_url(), {.draft = "questions"}, [&] {
            for (std::size_t row = 0; !filled.values(row_field("text", row)).empty(); ++row)
                write_row(h, form, filled, row, context);
            submit_button(h, language.tr("Save the questions"));
        });
    });
}

} // namespace rodtrad::view::pages
