#include "plan/todo.hpp"

#include "plan/check_in_days.hpp"
#include "plan/goal_life.hpp"
#include "plan/leaders.hpp"
#include "plan/reminders.hpp"
#include "plan/rights.hpp"
#include "plan/todo_dialogue.hpp"
#include "plan/valid.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace rodtrad::plan {

namespace {

using domain::Goal;
using domain::PersonId;

bool is_active(Plan const& plan, PersonId person) {
    auto const* found = plan.people.find(person);
    return found != nullptr && found->is_active;
}

// The owner of a goal, where there is one who is still there and may check in on it.
std::optional<PersonId> who_answers(Plan const& plan, study::Dataset const& data, Goal const& goal, base::Date today) {
    if (!goal.owner || !is_active(plan, *goal.owner)) return {};
    bool const is_allowed = std::ranges::any_of(goal.units, [&](std::string const& unit) {
        return may(plan, data, *goal.owner, Right::check_in, unit, today);
    });
    return is_allowed ? goal.owner : std::nullopt;
}

// Gathers what one person owes.
class Owed {
public:
    Owed(Plan const& plan, study::Dataset const& data, PersonId person, base::Date today, base::Date until)
        : m_plan{plan}, m_data{data}, m_person{person}, m_today{today}, m_until{until} {
        for (auto const* goal : plan.goals_owned_by(person)) {
            if (who_answers(plan, data, *goal, today)) add_check_in(*goal);
            add_close(*goal);
            if (state_on(*goal, today) == domain::GoalState::draft) add(TodoKind::put_forward, *goal, 0, goal->begins);
        }
        add_check_ins_of_units();
        for (auto const* activity : plan.activities_owned_by(person)) add_activity(*activity);
    }

    std::vector<Todo> taken() && {
        std::ranges::stable_sort(m_todos, {}, &Todo::day);
        return std::move(m_todos);
    }
    std::optional<base::Date> next_check_in() const { return m_next_check_in; }

    // The end of a goal whose owner may not close it, or that has none: for who leads the unit.
    void add_close_for_others(Goal const& goal) {
        if (!can_owner_close(goal)) add_end(goal);
    }

private:
    void add(TodoKind kind, Goal const& goal, std::int64_t subject, base::Date day) {
        if (day > m_until) return;
        m_todos.push_back(
            {.kind = kind, .goal = goal.id, .subject = subject, .day = day, .days = base::days_between(day, m_today)});
    }

    void add_check_in(Goal const& goal) {
        auto const due = check_in_day(m_plan, goal, m_today).due;
        if (!due) return;
        if (*due <= m_until) {
            add(TodoKind::check_in, goal, 0, *due);
            if (auto const* reminder = reminder_of(m_plan, goal.id, m_person, *due)) {
                m_todos.back().by = reminder->by;
                m_todos.back().reminded_on = base::day_of(reminder->at);
            }
        } else if (!m_next_check_in || *due < *m_next_check_in) {
            m_next_check_in = due;
        }
    }

    // Of goals that nobody owns, or that a team carries, the person being one of those who do.
    void add_check_ins_of_units() {
        std::set<std::string_view> units; // one may be there twice, under two titles
        for (auto const* membership : m_plan.memberships_of(m_person)) {
            if (!is_valid(*membership, m_today) || !units.insert(membership->unit).second) continue;
            auto const unit = m_data.find_unit(membership->unit);
            if (!unit || !may(m_plan, m_data, m_person, Right::check_in, membership->unit, m_today)) continue;
            bool const is_team = m_data.units[*unit].unit.kind == domain::UnitKind::team;
            for (auto const* goal : m_plan.goals_of(membership->unit)) {
                if (goal->owner == m_person || goal->units.front() != membership->unit) continue;
                if (is_team || !who_answers(m_plan, m_data, *goal, m_today)) add_check_in(*goal);
            }
        }
    }

    bool can_owner_close(Goal const& goal) const {
        return goal.owner && !goal.units.empty() &&
               may(m_plan, m_data, *goal.owner, Right::steer, goal.units.front(), m_today);
    }
    void add_close(Goal const& goal) {
        if (can_owner_close(goal)) add_end(goal);
    }
    void add_end(Goal const& goal) {
        if (is_standing(state_on(goal, m_today))) add(TodoKind::close, goal, 0, goal.ends);
    }

    void add_activity(domain::Activity const& activity) {
        if (!activity.due || activity.state == domain::ActivityState::done ||
            activity.state == domain::ActivityState::dropped)
            return;
        auto const* goal = m_plan.goals.find(activity.goal);
        if (goal != nullptr && is_standing(state_on(*goal, m_today)))
            add(TodoKind::activity, *goal, activity.id.value(), *activity.due);
    }

    Plan const& m_plan;
    study::Dataset const& m_data;
    PersonId m_person;
    base::Date m_today;
    base::Date m_until;
    std::vector<Todo> m_todos;
    std::optional<base::Date> m_next_check_in;
};

domain::CheckIn const* latest_check_in(Plan const& plan, Goal const& goal) {
    domain::CheckIn const* latest = nullptr;
    for (auto const* check_in : plan.check_ins_of(goal.id))
        if (latest == nullptr || check_in->at >= latest->at) latest = check_in;
    return latest;
}

// Gathers what waits for one who leads units: from the goals that these carry.
class FromUnits {
public:
    FromUnits(Plan const& plan, study::Dataset const& data, PersonId person, base::Date today)
        : m_plan{plan}, m_data{data}, m_leaders{plan, data, today}, m_person{person}, m_today{today} {}

    void gather(Owed& owed, std::vector<Todo>& waiting) const {
        for (auto const unit : m_leaders.units_of(m_person)) {
            auto const& code = m_data.units[unit].unit.code;
            for (auto const* goal : m_plan.goals_of(code))
                if (goal->units.front() == code) gather_from(*goal, unit, owed, waiting);
        }
    }

private:
    void gather_from(Goal const& goal, study::UnitIndex unit, Owed& owed, std::vector<Todo>& waiting) const {
        auto const state = state_on(goal, m_today);
        auto const add = [&](TodoKind kind, std::int64_t subject, std::optional<PersonId> by, base::Date since) {
            if (!m_leaders.leads(m_person, unit, by)) return;
            waiting.push_back({.kind = kind,
                               .goal = goal.id,
                               .subject = subject,
                               .by = by,
                               .day = since,
                               .days = base::days_between(since, m_today)});
        };
        if (state == domain::GoalState::proposed) add(TodoKind::decide, 0, goal.proposed_by, proposed_on(goal));
        if (state == domain::GoalState::abandoned || state == domain::GoalState::closed) return;
        for (auto const* proposal : m_plan.proposals_of(goal.id))
            if (proposal->state == domain::ProposalState::open)
                add(TodoKind::answer_proposal, proposal->id.value(), proposal->by, base::day_of(proposal->at));
        if (!is_standing(state)) return;
        if (auto const* latest = latest_check_in(m_plan, goal); latest != nullptr && !latest->acknowledged_by)
            add(TodoKind::acknowledge, latest->id.value(), latest->by, base::day_of(latest->at));
        if (auto const day = check_in_day(m_plan, goal, m_today); day.is_missed) {
            auto const before = waiting.size();
            add(TodoKind::missed_check_in, 0, who_answers(m_plan, m_data, goal, m_today), *day.due);
            if (waiting.size() > before) waiting.back().reminded_on = reminded_on(goal, *day.due);
        }
        if (goal.ends <= m_today && m_leaders.leads(m_person, unit)) owed.add_close_for_others(goal);
    }

    // The latest day on which somebody was reminded of a check-in.
    std::optional<base::Date> reminded_on(Goal const& goal, base::Date due) const {
        std::optional<base::Date> day;
        for (auto const* reminder : m_plan.reminders_of(goal.id))
            if (reminder->due == due) day = base::day_of(reminder->at);
        return day;
    }

    base::Date proposed_on(Goal const& goal) const {
        auto day = goal.begins;
        for (auto const* step : m_plan.steps_of(goal.id))
            if (step->kind == domain::StepKind::proposed) day = base::day_of(step->at);
        return day;
    }

    Plan const& m_plan;
    study::Dataset const& m_data;
    Leaders m_leaders;
    PersonId m_person;
    base::Date m_today;
};

// 0: someone cannot go on without an answer.
int rank(TodoKind kind) {
    switch (kind) {
    case TodoKind::acknowledge:
    case TodoKind::comment:
        return 1;
    case TodoKind::read_answer:
        return 2;
    default:
        return 0;
    }
}

} // namespace

Todos todo_of(Plan const& plan, study::Dataset const& data, PersonId person, base::Date today) {
    Todos todos;
    if (!is_active(plan, person)) return todos;
    Owed owed{plan, data, person, today, base::plus_days(today, days_ahead)};
    FromUnits{plan, data, person, today}.gather(owed, todos.waiting);
    if (may_somewhere(plan, person, Right::take_part, today)) add_dialogue(plan, person, today, todos.waiting);
    todos.next_check_in = owed.next_check_in();
    todos.owed = std::move(owed).taken();
    std::ranges::stable_sort(todos.waiting, {}, [](Todo const& todo) { return std::pair{rank(todo.kind), todo.day}; });
    return todos;
}

std::vector<Todo> owed_until(Plan const& plan, study::Dataset const& data, PersonId person, base::Date today,
                             base::Date until) {
    if (!is_active(plan, person)) return {};
    return Owed{plan, data, person, today, until}.taken();
}

} // namespace rodtrad::plan
