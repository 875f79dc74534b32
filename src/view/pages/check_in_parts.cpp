// What a check-in looks like wherever it is shown.

#include "view/pages/check_in_parts.hpp"

#include "view/charts/confidence.hpp"
#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/form.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_dialogue.hpp"

#include <algorithm>
#include <ranges>

namespace rodtrad::view::pages {

namespace {

std::string confidence_text(CheckInView const& check_in, Language const& language) {
    auto const now = whole(language, check_in.confidence);
    if (!check_in.confidence_before || *check_in.confidence_before == check_in.confidence)
        return language.tr("confidence {0} of 5", now);
    return language.tr("confidence {0} of 5 (before {1})", now, whole(language, *check_in.confidence_before));
}

void write_values(Html& h, CheckInView const& check_in, Language const& language) {
    if (check_in.values.empty()) return;
    h.ul(class_("told-values"), [&] {
        for (auto const& value : check_in.values)
            h.li(language.tr("{0}: {1}", value.key_result, reported_text(value, language)));
    });
}

// How many have answered, and whether it has been read.
void write_feedback(Html& h, Context const& context, CheckInView const& check_in) {
    auto const& language = context.language;
    auto const standing = count_standing(check_in.comments);
    h.p(class_("of"), [&] {
        if (check_in.acknowledged_at) {
            h.text(language.tr("Read by {0} {1}", check_in.acknowledged_by, date(language, *check_in.acknowledged_at)));
            h.text(" · ");
        }
        h.a(href(check_in_url(check_in.goal, check_in.id)), [&] {
            if (standing == 0)
                h.text(language.tr("Answer"));
            else
                h.text(language.trn("{0} answer", "{0} answers", standing, whole(language, standing)));
            h.span(class_("out-of-sight"), ": " + date(language, check_in.at));
        });
    });
}

} // namespace

std::string reported_text(ReportedView const& value, Language const& language) {
    if (value.is_milestone) return std::string{value.is_done ? language.tr("done") : language.tr("not done after all")};
    return as_told(language, value.value.value_or(0), value.unit_of_measure);
}

std::string as_told(Language const& language, double value, std::string_view unit) {
    return as_set(language, {std::string{unit}, 2}, value);
}

void write_check_in_told(Html& h, Context const& context, CheckInView const& check_in) {
    auto const& language = context.language;
    write_who(h, context, check_in.at, check_in.name, confidence_text(check_in, language));
    write_words(h, check_in.progress);
    write_values(h, check_in, language);
    write_words(h, language.tr("Obstacle:"), check_in.obstacle);
    write_words(h, language.tr("Unblocked when:"), check_in.unblocked_when);
    write_words(h, language.tr("Next step:"), check_in.next_step);
    if (check_in.answer.empty()) return;
    h.p(class_("words"), [&] {
        if (!check_in.question.empty()) {
            h.em(language.tr("“{0}”", check_in.question));
            h.text(" ");
        }
        h.text(check_in.answer);
    });
}

void write_check_in_entry(Html& h, Context const& context, CheckInView const& check_in) {
    write_check_in_told(h, context, check_in);
    write_feedback(h, context, check_in);
}

void write_confidence(Html& h, Context const& context, std::span<CheckInView const> newest_first) {
    if (newest_first.size() < 2) return;
    auto const& language = context.language;
    ConfidenceView view{.title = std::string{language.tr("Confidence at each check-in")}, .points = {}};
    for (auto const& check_in : std::ranges::reverse_view{newest_first})
        view.points.push_back({base::day_of(check_in.at), check_in.confidence, check_in.name});
    h.figure(class_("confidence"), [&] {
        h.figcaption(language.tr("How sure we have been to get there"));
        h.raw(confidence_chart(view, language));
        h.details([&] {
            h.summary(language.tr("The figures as a table"));
            confidence_table(h, view, language);
        });
    });
}

void write_reminder_button(Html& h, Context const& context, domain::GoalId goal, std::string_view names,
                           std::string_view title, Url const& here) {
    post_button(h, context, remind_url(goal), context.language.tr("Remind {0}", names), Weight::quiet,
                {{"till", here.text()}}, title);
}

void write_missed_check_in(Html& h, Context const& context, GoalDialogue const& view) {
    if (!view.check_in_day.is_missed) return;
    auto const& language = context.language;
    h.div(class_("missed"), [&] {
        h.p([&] {
            h.strong(language.tr("The check-in has been missed."));
            if (!view.told_of_missed.empty())
                h.text(" " + language.tr("It now shows to {0} too.", in_a_row(language, view.told_of_missed)));
        });
        for (auto const& reminder : view.reminders)
            h.p(class_("of"),
                language.tr("{0} reminded {1} on {2}.", reminder.by, reminder.name, date(language, reminder.at)));
        if (!view.can_be_reminded.empty())
            write_reminder_button(h, context, view.goal, in_a_row(language, view.can_be_reminded), {},
                                  goal_url(view.goal));
    });
}

} // namespace rodtrad::view::pages
