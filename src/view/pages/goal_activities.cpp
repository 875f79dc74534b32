#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_dialogue.hpp"
#include "view/pages/parts.hpp"

namespace rodtrad::view::pages {

namespace {

Tag tag_of(domain::ActivityState state, Language const& language) {
    std::string const text{state_name(state, language)};
    switch (state) {
    case domain::ActivityState::blocked:
        return {Sign::target_missed, Tone::worse, text};
    case domain::ActivityState::under_way:
        return {Sign::normal, Tone::normal, text};
    case domain::ActivityState::done:
        return {Sign::target_met, Tone::normal, text};
    case domain::ActivityState::planned:
        return {Sign::watch, Tone::normal, text};
    case domain::ActivityState::dropped:
        break;
    }
    return {Sign::too_few, Tone::normal, text};
}

void write_activity(Html& h, Context const& context, domain::GoalId goal, ActivityView const& activity) {
    auto const& language = context.language;
    h.div(class_("what"), [&] {
        if (activity.may_edit)
            h.a(href(activity_url(goal, activity.id)), activity.title);
        else
            h.span(activity.title);
        write_tag(h, tag_of(activity.state, language));
    });
    h.p(class_("of"), [&] {
        h.text(activity.unit);
        if (!activity.owner.empty()) h.text(" · " + activity.owner);
        if (!activity.due) return;
        h.text(" · " + language.tr("by {0}", date(language, *activity.due)));
        if (activity.is_late) {
            h.text(", ");
            h.b(language.tr("late"));
        }
    });
    if (activity.state == domain::ActivityState::blocked) write_words(h, language.tr("Obstacle:"), activity.obstacle);
}

} // namespace

void write_activities(Html& h, Context const& context, GoalDialogue const& view) {
    if (view.activities.empty() && !view.may_add_activity) return;
    auto const& language = context.language;
    h.section(class_("panel"), id("aktiviteter"), [&] {
        h.h2(language.tr("Activities"));
        if (view.activities.empty())
            h.p(language.tr("No team has written down what it does for the goal."));
        else
            h.ul(class_("activities"), [&] {
                for (auto const& activity : view.activities)
                    h.li([&] { write_activity(h, context, view.goal, activity); });
            });
        if (view.may_add_activity) h.p([&] { h.a(href(new_activity_url(view.goal)), language.tr("Add an activity")); });
    });
}

} // namespace rodtrad::view::pages
