#include "steering/goal_steps.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "plan/goal_life.hpp"
#include "steering/written_text.hpp"

#include <array>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
using domain::GoalState;
using domain::StepKind;

std::string_view what_is_possible(GoalState state) {
    switch (state) {
    case GoalState::draft:
        return message("The goal is a draft. It can be edited, proposed, adopted or dropped.");
    case GoalState::proposed:
        return message("The goal is proposed. It can be edited, sent back, adopted or dropped.");
    case GoalState::adopted:
        return message("The goal is adopted and has not begun. It can be begun, adjusted or abandoned.");
    case GoalState::active:
        return message("The goal is under way. It can be adjusted, paused, closed, abandoned or rolled forward.");
    case GoalState::paused:
        return message("The goal is paused. It can be resumed, adjusted, closed, abandoned or rolled forward.");
    case GoalState::abandoned:
        return message("The goal has been abandoned and stays that way. Write a new one instead.");
    case GoalState::closed:
        break;
    }
    return message("The goal is closed and stays that way. It can be rolled forward into the next cycle.");
}

std::string_view action(StepKind step) {
    switch (step) {
    case StepKind::created:
        return "goal.create";
    case StepKind::proposed:
        return "goal.propose";
    case StepKind::adopted:
        return "goal.adopt";
    case StepKind::begun:
        return "goal.begin";
    case StepKind::adjusted:
        return "goal.adjust";
    case StepKind::paused:
        return "goal.pause";
    case StepKind::resumed:
        return "goal.resume";
    case StepKind::abandoned:
        return "goal.abandon";
    case StepKind::closed:
        return "goal.close";
    case StepKind::rolled:
        return "goal.roll_forward";
    case StepKind::sent_back:
        break;
    }
    return "goal.send_back";
}

} // namespace

std::string must_say_why(std::string_view reason, std::string_view field) {
    if (base::trimmed(reason).empty())
        throw Refused{std::string{field}, message("Say why: those who read it later need to know.")};
    return written_text(field, reason, Empty::is_refused);
}

void must_be_possible(Work const& work, domain::Goal const& goal, StepKind step) {
    auto const state = plan::state_on(goal, work.today());
    if (!plan::after(state, step)) throw Refused{{}, what_is_possible(state)};
}

void take_step(Work& work, domain::Goal goal, StepKind step, std::string_view reason,
               std::vector<domain::Alteration> alterations) {
    auto const id = work.put(std::move(goal), action(step), reason);
    work.put(domain::GoalStep{.goal = id,
                              .kind = step,
                              .at = work.now(),
                              .by = work.person(),
                              .reason = std::string{reason},
                              .alterations = std::move(alterations)},
             action(step), reason);
}

void must_be_allowed_to_edit(Work const& work, domain::Goal const& goal) {
    bool const is_begun_here = work.plan().goals.find(goal.id) == nullptr; // in this very work
    bool const is_author = work.person() && (is_begun_here || plan::author_of(work.plan(), goal.id) == work.person());
    work.require_in_any(is_author ? plan::Right::take_part : plan::Right::steer, goal.units);
}

} // namespace rodtrad::steering
