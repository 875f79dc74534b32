#include "steering/judgements.hpp"

#include "base/message.hpp"
#include "plan/goal_life.hpp"
#include "steering/goal_steps.hpp"

namespace rodtrad::steering {

domain::JudgementId judge_goal(Work& work, domain::GoalId id, domain::Verdict verdict, std::string_view reason) {
    auto const& goal = work.must_find<domain::Goal>(id);
    bool const is_owner = work.person() && goal.owner == work.person() &&
                          plan::may_somewhere(work.plan(), *work.person(), plan::Right::take_part, work.today());
    if (!is_owner) work.require_in_any(plan::Right::steer, goal.units);
    auto const state = plan::state_on(goal, work.today());
    if (!plan::is_standing(state) && state != domain::GoalState::closed)
        throw Refused{{}, base::message("Only a goal that is worked for, or closed, can be judged.")};
    auto const why = must_say_why(reason);
    return work.put(
        domain::Judgement{.goal = id, .at = work.now(), .by = work.person(), .verdict = verdict, .reason = why},
        "goal.judge", why);
}

} // namespace rodtrad::steering
