#include "plan/goal_life.hpp"
#include "view/format.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_advice.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/parts.hpp"

#include <algorithm>
#include <span>

namespace rodtrad::view::pages {

namespace {

using plan::Standing;

void write_goal_thread(Html& h, GoalView const& view, Language const& language) {
    h.nav(aria_label(language.tr("The red thread, from the vision to here")), [&] {
        h.ol(class_("thread"), [&] {
            for (auto const& step : view.thread)
                h.li([&] {
                    if (&step == &view.thread.back())
                        h.span(aria_current(), step.text);
                    else
                        h.a(href(step.address), step.text);
                });
        });
    });
    if (view.thread.size() < 2 && plan::is_standing(view.status.state))
        h.p(class_("thread-break"), [&] {
            write_tag(h, {Sign::gap, Tone::worse,
                          std::string{
                              language.tr("The thread is broken here: no way leads from the goal up to the vision.")}});
        });
}

// "Norrskolan, delat med Söderskolan · 2026 · Verksamhetsmål"
std::string place_of(GoalView const& view, Language const& language) {
    std::string place = view.units.empty() ? std::string{} : view.units.front().text;
    std::vector<std::string> others;
    for (std::size_t at = 1; at < view.units.size(); ++at) others.push_back(view.units[at].text);
    if (!others.empty()) place = language.tr("{0}, shared with {1}", place, in_a_row(language, others));
    if (!place.empty()) place += " · ";
    return (place + cycle_text(view.goal, language) + " · ").append(level_name(view.goal.level, language));
}

// How it goes: what is computed and what people say, side by side.
void write_statuses(Html& h, GoalView const& view, Language const& language) {
    auto const& status = view.status;
    h.div(class_("goal-status"), [&] {
        if (!plan::is_standing(status.state) || status.state == domain::GoalState::adopted)
            write_tag(h, {Sign::watch, Tone::normal, std::string{state_name(status.state, language)}});
        bool const is_computed = status.standing != Standing::not_begun && status.standing != Standing::abandoned;
        if (is_computed) {
            auto tag = standing_tag(status.standing, language);
            tag.text = language.tr("Computed: {0}", tag.text);
            write_tag(h, tag);
        }
        if (view.judgement) {
            auto tag = verdict_tag(view.judgement->verdict, language);
            tag.text = language.tr("Our judgement: {0}", tag.text);
            write_tag(h, tag);
        }
    });
    if (view.judgement)
        h.p(class_("goal-reason"), [&] {
            h.text(language.tr("“{0}”", view.judgement->reason));
            h.span(class_("of"), " " + (view.judgement->by.empty() ? std::string{} : view.judgement->by + ", ") +
                                     date(language, view.judgement->at));
        });
}

// "Nyckelresultat och mått: 1 uppnått, 2 på väg och 1 utan siffror."
std::string parts_text(plan::GoalStatus const& status, Language const& language) {
    auto const parts = plan::counted_parts(status);
    std::vector<std::string> counts;
    for (auto const& [standing, name] : names_of(plan::Standing{}))
        if (auto const count = std::ranges::count(parts, standing); count > 0)
            counts.push_back(standing_count(standing, static_cast<std::size_t>(count), language));
    return language.tr("Key results and measures: {0}.", in_a_row(language, counts));
}

// What the computed status rests on, in a sentence.
void write_ground(Html& h, GoalView const& view, Language const& language) {
    auto const& status = view.status;
    std::vector<std::string> sentences;
    bool const is_counted = status.state == domain::GoalState::active || status.state == domain::GoalState::closed;
    if (is_counted && status.counted > 0) sentences.push_back(parts_text(status, language));
    if (is_counted && status.counted == 0)
        sentences.emplace_back(
            language.tr("There is nothing to compute from: no key result, and no measure with a target."));
    if (status.check_in.is_missed && status.check_in.due)
        sentences.push_back(language.trn("The check-in of {1} is {0} day late, so what is shown may be out of date.",
                                         "The check-in of {1} is {0} days late, so what is shown may be out of date.",
                                         status.check_in.days_late, whole(language, status.check_in.days_late),
                                         date(language, *status.check_in.due)));
    if (status.is_to_close)
        sentences.push_back(language.tr("Its last day was {0}: it waits to be closed, with a verdict and a reflection.",
                                        date(language, view.goal.ends)));
    if (sentences.empty()) return;
    h.p(class_("goal-ground"), [&] {
        for (auto const& sentence : sentences) h.text(sentence + " ");
    });
}

void write_cycles(Html& h, GoalView const& view, Language const& language) {
    if (!view.cycle_before && !view.cycle_after) return;
    h.p(class_("of"), [&] {
        if (view.cycle_before) {
            h.text(language.tr("Rolled forward from:"));
            h.text(" ");
            h.a(href(view.cycle_before->address), view.cycle_before->text + ", " + view.cycle_before->about);
        }
        if (view.cycle_before && view.cycle_after) h.text(" · ");
        if (view.cycle_after) {
            h.text(language.tr("Goes on as:"));
            h.text(" ");
            h.a(href(view.cycle_after->address), view.cycle_after->text + ", " + view.cycle_after->about);
        }
    });
}

void write_closing(Html& h, GoalView const& view, Language const& language) {
    if (view.status.state != domain::GoalState::closed || view.goal.reflection.empty() || !view.goal.verdict) return;
    h.section(class_("panel wide"), [&] {
        h.h2(language.tr("What we learnt"));
        h.p(language.tr("Closed as {0}.", verdict_name(*view.goal.verdict, language)));
        write_words(h, view.goal.reflection);
    });
}

} // namespace

std::string goal_page(GoalView const& view, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                      Context const& context) {
    auto const& language = context.language;
    Frame const frame{view.goal.title, Section::goals, goal_url(view.goal.id), {}};
    return whole_page(frame, context, [&](Html& h) {
        write_goal_thread(h, view, language);
        h.div(class_("grid goal"), [&] {
            h.div([&] {
                h.h1(view.goal.title);
                if (!view.goal.description.empty()) h.p(class_("lede words"), view.goal.description);
                h.p(class_("goal-place"), place_of(view, language));
                write_statuses(h, view, language);
                write_ground(h, view, language);
                write_next_of_goal(h, view, language);
                write_cycles(h, view, language);
                h.div(class_("panels"), [&] {
                    write_key_results(h, view, context);
                    write_behaviours(h, context, view.dialogue.behaviours);
                    write_closing(h, view, language);
                });
                write_time_line(h, view, context);
                write_proposals(h, context, view.dialogue);
                write_comments(h, context, view.dialogue);
                write_private_note(h, context, view.dialogue);
                write_advice_of_goal(h, plan, data, view.goal, today, context);
            });
            write_goal_aside(h, view, context);
        });
    });
}

} // namespace rodtrad::view::pages
