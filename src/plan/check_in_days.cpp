#include "plan/check_in_days.hpp"

#include "plan/goal_life.hpp"

#include <algorithm>
#include <chrono>

namespace rodtrad::plan {

namespace {

using domain::Rhythm;

base::Date plus_months(base::Date day, int months) {
    auto const later = day + std::chrono::months{months};
    return later.ok() ? later : later.year() / later.month() / std::chrono::last;
}

base::Date step_on(Rhythm rhythm, base::Date day) {
    switch (rhythm) {
    case Rhythm::none:
        break;
    case Rhythm::weekly:
        return base::plus_days(day, 7);
    case Rhythm::fortnightly:
        return base::plus_days(day, 14);
    case Rhythm::monthly:
        return plus_months(day, 1);
    case Rhythm::quarterly:
        return plus_months(day, 3);
    }
    return day;
}

// The day from which the rhythm counts where nobody has checked in since.
base::Date start(domain::Goal const& goal, Records<domain::GoalStep> steps) {
    auto day = goal.begins;
    for (auto const* step : steps)
        if (step->kind == domain::StepKind::begun || step->kind == domain::StepKind::adopted ||
            step->kind == domain::StepKind::resumed)
            day = std::max(day, base::day_of(step->at));
    return day;
}

} // namespace

base::Date next_day(Rhythm rhythm, base::Date day) {
    auto const next = step_on(rhythm, day);
    std::chrono::weekday const weekday{std::chrono::sys_days{next}};
    if (rhythm == Rhythm::none) return next;
    if (weekday == std::chrono::Saturday) return base::plus_days(next, 2);
    return weekday == std::chrono::Sunday ? base::plus_days(next, 1) : next;
}

int days_of_grace(Rhythm rhythm) {
    switch (rhythm) {
    case Rhythm::none:
        break;
    case Rhythm::weekly:
        return 2;
    case Rhythm::fortnightly:
        return 3;
    case Rhythm::monthly:
        return 7;
    case Rhythm::quarterly:
        return 14;
    }
    return 0;
}

CheckInDay check_in_day(domain::Goal const& goal, Records<domain::CheckIn> check_ins, Records<domain::GoalStep> steps,
                        base::Date today) {
    CheckInDay day;
    if (!check_ins.empty()) day.latest = base::day_of(std::ranges::max(check_ins, {}, &domain::CheckIn::at)->at);
    if (goal.rhythm == Rhythm::none || state_on(goal, today) != domain::GoalState::active) return day;
    auto const from = start(goal, steps);
    auto const due = next_day(goal.rhythm, day.latest ? std::max(*day.latest, from) : from);
    if (due > goal.ends) return day;
    day.due = due;
    day.grace_until = base::plus_days(due, days_of_grace(goal.rhythm));
    day.days_late = std::max(0, base::days_between(due, today));
    day.is_missed = today > day.grace_until;
    return day;
}

CheckInDay check_in_day(Plan const& plan, domain::Goal const& goal, base::Date today) {
    return check_in_day(goal, plan.check_ins_of(goal.id), plan.steps_of(goal.id), today);
}

} // namespace rodtrad::plan
