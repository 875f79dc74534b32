#include "plan/reminders.hpp"

#include "plan/check_in_days.hpp"
#include "plan/rights.hpp"
#include "plan/valid.hpp"

#include <algorithm>

namespace rodtrad::plan {

std::vector<domain::PersonId> who_owes_check_in(Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                                                base::Date today) {
    auto const* owner = goal.owner ? plan.people.find(*goal.owner) : nullptr;
    if (owner != nullptr && owner->is_active) return {owner->id};
    std::vector<domain::PersonId> people;
    if (goal.units.empty()) return people;
    auto const& unit = goal.units.front();
    for (auto const* membership : plan.members_of(unit))
        if (is_valid(*membership, today) && may(plan, data, membership->person, Right::check_in, unit, today) &&
            std::ranges::find(people, membership->person) == people.end())
            people.push_back(membership->person);
    return people;
}

domain::Reminder const* reminder_of(Plan const& plan, domain::GoalId goal, domain::PersonId person, base::Date due) {
    auto const reminders = plan.reminders_of(goal);
    auto const found = std::ranges::find_if(
        reminders, [&](domain::Reminder const* one) { return one->person == person && one->due == due; });
    return found == reminders.end() ? nullptr : *found;
}

std::vector<domain::PersonId> who_can_be_reminded(Plan const& plan, study::Dataset const& data,
                                                  domain::Goal const& goal, domain::PersonId by, base::Date today) {
    auto const day = check_in_day(plan, goal, today);
    if (!day.is_missed) return {};
    auto people = who_owes_check_in(plan, data, goal, today);
    std::erase_if(people, [&](domain::PersonId person) {
        return person == by || reminder_of(plan, goal.id, person, *day.due) != nullptr;
    });
    return people;
}

} // namespace rodtrad::plan
