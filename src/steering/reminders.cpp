#include "steering/reminders.hpp"

#include "base/message.hpp"
#include "plan/check_in_days.hpp"
#include "plan/reminders.hpp"

#include <algorithm>

namespace rodtrad::steering {

using base::message;

void remind(Work& work, domain::GoalId id) {
    auto const& goal = work.must_find<domain::Goal>(id);
    work.require_in_any(plan::Right::steer, goal.units);
    auto const by = work.require_person();
    auto const day = plan::check_in_day(work.plan(), goal, work.today());
    if (!day.is_missed) throw Refused{{}, message("No check-in on the goal has been missed.")};
    auto people = plan::who_owes_check_in(work.plan(), work.data(), goal, work.today());
    std::erase(people, by);
    if (people.empty())
        throw Refused{{}, message("There is nobody to remind: give the goal an owner, or check in on it yourself.")};
    for (auto const person : people)
        if (plan::reminder_of(work.plan(), id, person, *day.due) == nullptr)
            work.put(domain::Reminder{.goal = id, .person = person, .due = *day.due, .by = by, .at = work.now()},
                     "check_in.remind");
}

} // namespace rodtrad::steering
