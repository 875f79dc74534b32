#include "steering/goals.hpp"

#include "base/message.hpp"
#include "plan/goal_life.hpp"
#include "plan/goal_status.hpp"
#include "steering/goal_steps.hpp"
#include "steering/goal_wording.hpp"
#include "steering/judgements.hpp"
#include "steering/written_text.hpp"

#include <chrono>
#include <string>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
using domain::Goal;
using domain::GoalId;
using domain::StepKind;
using plan::Right;

std::string may_say_why(std::string_view reason) { return written_text("reason", reason, Empty::is_fine); }

// A step that changes the state alone.
void step(Work& work, GoalId id, StepKind kind, std::string const& reason) {
    auto goal = work.must_find<Goal>(id);
    must_be_possible(work, goal, kind);
    goal.state = *plan::after(plan::state_on(goal, work.today()), kind);
    take_step(work, std::move(goal), kind, reason);
}

void must_steer(Work const& work, GoalId id) { work.require_in_any(Right::steer, work.must_find<Goal>(id).units); }

void steered_step(Work& work, GoalId id, StepKind kind, std::string const& reason) {
    must_steer(work, id);
    step(work, id, kind, reason);
}

bool is_whole_months(Goal const& goal) {
    auto const next = base::plus_days(goal.ends, 1);
    return goal.begins.day() == std::chrono::day{1} && next.day() == std::chrono::day{1};
}

// A year, or a school year, which comes again on the same days.
bool comes_each_year(Goal const& goal) {
    constexpr int nine_months = 275;
    auto const length = base::days_between(goal.begins, goal.ends) + 1;
    return nine_months <= length && length <= 366;
}

// The last of February stands for days that February has not.
base::Date a_year_after(base::Date day) {
    auto const moved = day + std::chrono::years{1};
    return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

bool is_last_of_month(base::Date day) { return base::plus_days(day, 1).day() == std::chrono::day{1}; }

// The time after the goal's own: the same days of the next year where it comes each year, else as long as it was; as
// many months where it was whole months, else as many days.
std::pair<base::Date, base::Date> next_cycle(Goal const& goal) {
    if (comes_each_year(goal)) {
        auto const ends = a_year_after(goal.ends);
        return {a_year_after(goal.begins),
                is_last_of_month(goal.ends) ? ends.year() / ends.month() / std::chrono::last : ends};
    }
    auto const begins = base::plus_days(goal.ends, 1);
    if (!is_whole_months(goal)) return {begins, base::plus_days(begins, base::days_between(goal.begins, goal.ends))};
    auto const months = begins.year() / begins.month() - goal.begins.year() / goal.begins.month();
    return {begins, base::plus_days((begins.year() / begins.month() + months) / 1, -1)};
}

// As far into the next cycle as it was into this one.
base::Date moved_day(base::Date day, Goal const& from, Goal const& to) {
    if (day >= from.ends) return to.ends;
    if (comes_each_year(from)) return a_year_after(day);
    if (!is_whole_months(from)) return base::plus_days(to.begins, base::days_between(from.begins, day));
    auto const months = to.begins.year() / to.begins.month() - from.begins.year() / from.begins.month();
    auto const moved = day + months;
    return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

void copy_key_results(Work& work, Goal const& from, Goal const& to) {
    for (auto const* standing : plan::standing_key_results(work.plan(), from.id)) {
        auto copy = *standing;
        copy.id = {};
        copy.goal = to.id;
        copy.is_done = false;
        copy.done_on.reset();
        if (copy.due) copy.due = moved_day(*copy.due, from, to);
        work.put(std::move(copy), "goal.roll_forward");
    }
}

void copy_behaviours(Work& work, Goal const& from, Goal const& to) {
    for (auto const* standing : work.plan().behaviours_of(from.id)) {
        if (standing->is_ended) continue;
        auto copy = *standing;
        copy.id = {};
        copy.goal = to.id;
        work.put(std::move(copy), "goal.roll_forward");
    }
}

} // namespace

GoalId create_goal(Work& work, Goal const& stated) {
    auto goal = reworded(work, {}, stated);
    work.require_in_any(Right::take_part, goal.units);
    auto const id = work.put(std::move(goal), "goal.create");
    work.put(domain::GoalStep{.goal = id, .kind = StepKind::created, .at = work.now(), .by = work.person()},
             "goal.create");
    return id;
}

void edit_draft(Work& work, GoalId id, std::int64_t version_read, Goal const& stated) {
    auto const& goal = work.must_find<Goal>(id);
    must_be_allowed_to_edit(work, goal);
    if (!plan::is_unsettled(plan::state_on(goal, work.today())))
        throw Refused{{}, message("The goal is decided. Adjust it instead, and say why.")};
    auto edited = reworded(work, work.must_find<Goal>(id, version_read), stated);
    must_be_allowed_to_edit(work, edited);
    work.put(std::move(edited), "goal.edit");
}

void adjust_goal(Work& work, GoalId id, std::int64_t version_read, Goal const& stated, std::string_view reason) {
    must_steer(work, id);
    auto const& goal = work.must_find<Goal>(id);
    must_be_possible(work, goal, StepKind::adjusted);
    auto adjusted = reworded(work, work.must_find<Goal>(id, version_read), stated);
    work.require_in_any(Right::steer, adjusted.units);
    auto changed = alterations(work, goal, adjusted);
    if (changed.empty()) throw Refused{{}, message("Nothing is changed yet.")};
    take_step(work, std::move(adjusted), StepKind::adjusted, must_say_why(reason), std::move(changed));
}

void propose_goal(Work& work, GoalId id, std::string_view reason) {
    auto goal = work.must_find<Goal>(id);
    work.require_in_any(Right::take_part, goal.units);
    must_be_possible(work, goal, StepKind::proposed);
    goal.state = domain::GoalState::proposed;
    goal.proposed_by = work.person();
    take_step(work, std::move(goal), StepKind::proposed, may_say_why(reason));
}

void send_back_goal(Work& work, GoalId id, std::string_view reason) {
    steered_step(work, id, StepKind::sent_back, must_say_why(reason));
}

void adopt_goal(Work& work, GoalId id, std::string_view reason, std::optional<std::int64_t> version_read) {
    must_steer(work, id);
    if (version_read) static_cast<void>(work.must_find<Goal>(id, *version_read));
    steered_step(work, id, StepKind::adopted, may_say_why(reason));
}

void begin_goal(Work& work, GoalId id, std::string_view reason) {
    steered_step(work, id, StepKind::begun, may_say_why(reason));
}

void pause_goal(Work& work, GoalId id, std::string_view reason) {
    steered_step(work, id, StepKind::paused, must_say_why(reason));
}

void resume_goal(Work& work, GoalId id, std::string_view reason) {
    steered_step(work, id, StepKind::resumed, may_say_why(reason));
}

void abandon_goal(Work& work, GoalId id, std::string_view reason) {
    auto const& goal = work.must_find<Goal>(id);
    if (plan::is_unsettled(goal.state))
        must_be_allowed_to_edit(work, goal);
    else
        must_steer(work, id);
    step(work, id, StepKind::abandoned, must_say_why(reason));
}

void close_goal(Work& work, GoalId id, domain::Verdict verdict, std::string_view reflection) {
    must_steer(work, id);
    auto goal = work.must_find<Goal>(id);
    must_be_possible(work, goal, StepKind::closed);
    auto const said = must_say_why(reflection, "reflection");
    goal.state = domain::GoalState::closed;
    goal.verdict = verdict;
    goal.reflection = said;
    take_step(work, std::move(goal), StepKind::closed, said);
    judge_goal(work, id, verdict, said);
}

GoalId roll_goal_forward(Work& work, GoalId id) {
    must_steer(work, id);
    auto const from = work.must_find<Goal>(id);
    must_be_possible(work, from, StepKind::rolled);
    for (auto const& other : work.tables().goals)
        if (other.rolled_from == id && other.state != domain::GoalState::abandoned)
            throw Refused{{}, message("It has already been rolled forward, as “{0}”."), {other.title}};
    auto to = from;
    to.id = {};
    to.state = domain::GoalState::draft;
    to.rolled_from = id;
    to.proposed_by.reset();
    to.verdict.reset();
    to.reflection.clear();
    std::tie(to.begins, to.ends) = next_cycle(from);
    to.id = work.put(to, "goal.roll_forward");
    work.put(domain::GoalStep{.goal = to.id, .kind = StepKind::created, .at = work.now(), .by = work.person()},
             "goal.roll_forward");
    copy_key_results(work, from, to);
    copy_behaviours(work, from, to);
    take_step(work, from, StepKind::rolled, {});
    return to.id;
}

} // namespace rodtrad::steering
