#include "view/pages/activity_page.hpp"

#include "plan/rights.hpp"
#include "plan/valid.hpp"
#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"

#include <algorithm>
#include <set>

namespace rodtrad::view::pages {

namespace {

// The goal's units and all below them where the reader may check in, in the order of the tree.
std::vector<study::UnitIndex> own_units(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                                        std::optional<domain::PersonId> reader, base::Date today) {
    std::set<study::UnitIndex> units;
    for (auto const& code : goal.units) {
        auto const root = data.find_unit(code);
        if (!root || !reader) continue;
        for (auto at = root->value(); at < data.units[*root].branch_end.value(); ++at) {
            study::UnitIndex const unit{at};
            if (plan::may(plan, data, *reader, plan::Right::check_in, data.units[unit].unit.code, today))
                units.insert(unit);
        }
    }
    return {units.begin(), units.end()};
}

// Those who belong to the units, with whoever is responsible now, by name.
std::vector<Choice> people_of(plan::Plan const& plan, study::Dataset const& data,
                              std::vector<study::UnitIndex> const& units, domain::Goal const& goal,
                              domain::Activity const* activity, base::Date today) {
    std::set<domain::PersonId> around;
    if (goal.owner) around.insert(*goal.owner);
    if (activity != nullptr && activity->owner) around.insert(*activity->owner);
    for (auto const unit : units)
        for (auto const* membership : plan.members_of(data.units[unit].unit.code))
            if (plan::is_valid(*membership, today)) around.insert(membership->person);
    std::vector<Choice> choices;
    for (auto const id : around)
        if (auto const* person = plan.people.find(id))
            if (person->is_active || (activity != nullptr && activity->owner == id))
                choices.push_back({std::to_string(id.value()), person->name});
    std::ranges::stable_sort(choices, {}, &Choice::text);
    return choices;
}

} // namespace

bool may_add_activity(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                      domain::PersonId reader, base::Date today) {
    if (goal.state == domain::GoalState::closed || goal.state == domain::GoalState::abandoned) return false;
    return std::ranges::any_of(goal.units, [&](std::string const& code) {
        if (plan::may(plan, data, reader, plan::Right::check_in, code, today)) return true;
        auto const branch = data.find_unit(code);
        return branch && std::ranges::any_of(plan.grants_of(reader), [&](domain::Grant const* grant) {
                   auto const unit = data.find_unit(grant->unit);
                   return unit && plan::is_valid(*grant, today) &&
                          plan::has_right(grant->role, plan::Right::check_in) && data.is_in_branch(*unit, *branch);
               });
    });
}

ActivityForm activity_form(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                           domain::Activity const* activity, std::optional<domain::PersonId> reader, base::Date today) {
    ActivityForm form{.goal = goal_place(goal, data)};
    if (activity != nullptr) form.activity = *activity;
    auto const units = own_units(plan, data, goal, reader, today);
    for (auto const unit : units) form.units.push_back({data.units[unit].unit.code, data.units[unit].unit.name});
    form.people = people_of(plan, data, units, goal, activity, today);
    return form;
}

Filled standing_of(ActivityForm const& form) {
    auto const activity = form.activity.value_or(domain::Activity{});
    return Filled::standing({{"version", std::to_string(activity.version)},
                             {"unit", activity.unit},
                             {"title", activity.title},
                             {"owner", activity.owner ? std::to_string(activity.owner->value()) : std::string{}},
                             {"due", activity.due ? base::to_text(*activity.due) : std::string{}},
                             {"state", std::string{base::name_of(activity.state)}},
                             {"obstacle", activity.obstacle}});
}

std::string activity_page(ActivityForm const& form, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    bool const is_new = !form.activity;
    auto const url = is_new ? new_activity_url(form.goal.id) : activity_url(form.goal.id, form.activity->id);
    auto const title = is_new ? language.tr("Add an activity") : language.tr("Activity");
    auto const draft = "activity-" + std::to_string(form.goal.id.value()) + "-" +
                       (is_new ? std::string{"new"} : std::to_string(form.activity->id.value()));
    bool const is_changed = !is_new && std::to_string(form.activity->version) != filled.value("version");
    return page_below_goal(url, title, form.goal, context, [&](Html& h) {
        h.p(class_("lede"), language.tr("The goal says where we are going. The team decides how."));
        write_problems(h, context, filled);
        write_form(h, context, url, {.draft = draft}, [&] {
            if (!is_new) hidden_field(h, "version", std::to_string(form.activity->version));
            text_field(
                h, filled,
                {.name = "title", .label = language.tr("What do you do?"), .required = Required::yes, .longest = 300});
            if (is_changed) write_meanwhile(h, context, filled.value("title"), form.activity->title);
            select_field(h, filled, {.name = "unit", .label = language.tr("Who does it")}, form.units);
            std::vector<Choice> people{{{}, std::string{language.tr("No one yet")}}};
            people.insert(people.end(), form.people.begin(), form.people.end());
            select_field(h, filled, {.name = "owner", .label = language.tr("Responsible")}, people);
            date_field(h, filled, {.name = "due", .label = language.tr("Due")});
            std::vector<Choice> states;
            for (auto const& [state, name] : names_of(domain::ActivityState{}))
                states.push_back({std::string{name}, std::string{state_name(state, language)}});
            select_field(h, filled, {.name = "state", .label = language.tr("How it stands")}, states);
            if (is_changed && filled.value("state") != base::name_of(form.activity->state))
                write_meanwhile(h, context, filled.value("state"), state_name(form.activity->state, language));
            area_field(h, filled, {.name = "obstacle", .label = language.tr("If it is blocked: by what?")}, 2);
            if (is_changed) write_meanwhile(h, context, filled.value("obstacle"), form.activity->obstacle);
            submit_button(h, language.tr("Save"));
        });
    });
}

} // namespace rodtrad::view::pages
