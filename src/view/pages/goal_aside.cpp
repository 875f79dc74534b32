#include "plan/goal_life.hpp"
#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/red_thread_addresses.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

using domain::StepKind;

void write_relations(Html& h, std::string_view name, std::vector<GoalRelation> const& relations,
                     std::string_view where_there_are_none) {
    h.dt(name);
    if (relations.empty()) h.dd(class_("quiet"), where_there_are_none);
    for (auto const& relation : relations)
        h.dd([&] {
            h.a(href(relation.address), relation.text);
            if (!relation.about.empty()) h.span(class_("of"), " (" + relation.about + ")");
        });
}

void write_gap(Html& h, std::string_view text) { write_tag(h, {Sign::gap, Tone::worse, std::string{text}}); }

void write_owner(Html& h, GoalView const& view, Language const& language) {
    h.dt(language.tr("Goal owner"));
    h.dd([&] {
        if (view.owner.empty())
            write_gap(h, language.tr("nobody answers for it"));
        else if (view.is_owner_gone)
            write_gap(h, language.tr("{0}, who is no longer here", view.owner));
        else
            h.text(view.owner);
    });
}

void write_rhythm(Html& h, GoalView const& view, Language const& language) {
    h.dt(language.tr("Check-ins"));
    h.dd([&] {
        h.text(rhythm_name(view.goal.rhythm, language));
        auto const& day = view.status.check_in;
        if (!day.due) return;
        if (day.days_late == 0) {
            h.text(language.tr(", next {0}", date(language, *day.due)));
        } else {
            h.text(", ");
            h.span(class_("late"),
                   language.trn("{0} day late", "{0} days late", day.days_late, whole(language, day.days_late)));
        }
    });
}

void write_measures(Html& h, GoalView const& view, Language const& language) {
    if (view.measures.empty()) return;
    h.dt(language.tr("Measures"));
    for (auto const& measure : view.measures)
        h.dd([&] {
            h.a(href(measure.address), measure.title);
            if (!measure.told.empty()) h.span(class_("of"), " " + measure.told);
            if (measure.status.is_counted && measure.status.standing != plan::Standing::not_begun)
                h.div([&] { write_tag(h, standing_tag(measure.status.standing, language)); });
        });
}

} // namespace

void write_next_of_goal(Html& h, GoalView const& view, Language const& language) {
    auto const may = [&](StepKind step) {
        return std::ranges::find(view.possible_steps, step) != view.possible_steps.end();
    };
    auto const id = view.goal.id;
    auto main = std::optional<std::pair<Url, std::string_view>>{};
    if (view.status.is_to_close && may(StepKind::closed))
        main = {goal_step_url(id, StepKind::closed), step_action(StepKind::closed, language)};
    else if (view.dialogue.may_check_in)
        main = {check_in_form_url(id), language.tr("Check in")};
    else if (view.status.state == domain::GoalState::proposed && may(StepKind::adopted))
        main = {goal_step_url(id, StepKind::adopted), step_action(StepKind::adopted, language)};
    else if (view.status.state == domain::GoalState::draft && may(StepKind::proposed))
        main = {goal_step_url(id, StepKind::proposed), step_action(StepKind::proposed, language)};
    if (main) h.p(class_("next"), [&] { h.a(class_("btn"), href(main->first), main->second); });
    std::vector<Link> others;
    if (view.may_edit) others.push_back({std::string{language.tr("Edit")}, goal_form_url(id)});
    for (auto const step : view.possible_steps) {
        auto const url = step == StepKind::adjusted ? goal_form_url(id) : goal_step_url(id, step);
        if (!main || main->first != url) others.push_back({std::string{step_action(step, language)}, url});
    }
    if (view.may_judge) others.push_back({std::string{language.tr("Judge")}, judge_url(id)});
    if (others.empty()) return;
    h.ul(class_("goal-choices"), [&] {
        for (auto const& other : others) h.li([&] { write_link(h, other); });
    });
}

void write_goal_aside(Html& h, GoalView const& view, Context const& context) {
    auto const& language = context.language;
    h.aside(aria_label(language.tr("The goal in short")), [&] {
        h.h2(language.tr("The thread"));
        h.dl([&] {
            write_relations(h, language.tr("Supports"), view.supports, language.tr("nothing yet"));
            write_relations(h, language.tr("Carried by"), view.carried_by, language.tr("no other goal"));
            write_owner(h, view, language);
            write_rhythm(h, view, language);
            if (!view.perspective.empty()) {
                h.dt(language.tr("Perspective"));
                h.dd(view.factor.empty() ? view.perspective : view.perspective + ": " + view.factor);
            }
            write_measures(h, view, language);
        });
        write_missed_check_in(h, context, view.dialogue);
        write_activities(h, context, view.dialogue);
        write_followers(h, context, view.dialogue);
        h.p([&] { h.a(href(red_thread_url(view.goal.id)), language.tr("See the thread as a picture")); });
    });
}

} // namespace rodtrad::view::pages
