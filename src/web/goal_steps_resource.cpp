// The steps in the life of a goal, and what people say of how it goes.

#include "base/message.hpp"
#include "plan/goal_life.hpp"
#include "steering/goals.hpp"
#include "steering/judgements.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_step_page.hpp"
#include "web/dialogue_asked.hpp"
#include "web/form.hpp"
#include "web/goal_resources.hpp"
#include "web/page_answer.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

using domain::StepKind;

// The step in the address that has a form of its own: an adjustment has the goal's.
std::optional<StepKind> asked_step(Visit const& visit) {
    auto const step = pages::to_step(visit.captured_as("step"));
    return step == StepKind::created || step == StepKind::adjusted ? std::nullopt : step;
}

domain::Verdict verdict_in(Visit const& visit) {
    auto const verdict = base::value_of<domain::Verdict>(visit.filled_in("verdict"));
    if (!verdict) throw steering::Refused{"verdict", base::message("Choose one of them.")};
    return *verdict;
}

// Of the goal, as it stood on the page where the step is taken.
std::optional<std::int64_t> version_read(Visit const& visit) {
    auto const version = number_in(visit, "version");
    return version == 0 ? std::nullopt : std::optional{version};
}

view::Url take(steering::Work& work, Visit const& visit, domain::GoalId goal, StepKind step) {
    auto const reason = visit.filled_in("reason");
    switch (step) {
    case StepKind::proposed:
        steering::propose_goal(work, goal, reason);
        break;
    case StepKind::sent_back:
        steering::send_back_goal(work, goal, reason);
        break;
    case StepKind::adopted:
        steering::adopt_goal(work, goal, reason, version_read(visit));
        break;
    case StepKind::begun:
        steering::begin_goal(work, goal, reason);
        break;
    case StepKind::paused:
        steering::pause_goal(work, goal, reason);
        break;
    case StepKind::resumed:
        steering::resume_goal(work, goal, reason);
        break;
    case StepKind::abandoned:
        steering::abandon_goal(work, goal, reason);
        break;
    case StepKind::closed:
        steering::close_goal(work, goal, verdict_in(visit), visit.filled_in("reflection"));
        break;
    case StepKind::rolled:
        return pages::goal_url(steering::roll_goal_forward(work, goal));
    case StepKind::created:
    case StepKind::adjusted:
        break;
    }
    return pages::goal_url(goal);
}

Response step_response(Visit const& visit, domain::Goal const& goal, StepKind step, pages::Filled const& filled) {
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::goal_step_page(goal, step, visit.data(), filled, visit.context()); });
}

// What a step takes: to propose is open to all who take part, and a draft is its author's.
plan::Right needed(Visit const& visit, domain::Goal const& goal, StepKind step) {
    bool const is_author = plan::author_of(visit.plan(), goal.id) == visit.who->person;
    bool const is_own_draft = step == StepKind::abandoned && is_author && plan::is_unsettled(goal.state);
    return step == StepKind::proposed || is_own_draft ? plan::Right::take_part : plan::Right::steer;
}

} // namespace

Response show_goal_step(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    auto const step = asked_step(visit);
    if (goal == nullptr || !step) return page_not_found(visit);
    return for_who_may(visit, needed(visit, *goal, *step), *goal,
                       [&] { return step_response(visit, *goal, *step, {}); });
}

Response take_goal_step(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    auto const step = asked_step(visit);
    if (goal == nullptr || !step) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) { return take(work, visit, goal->id, *step); });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return step_response(visit, *goal, *step, filled); });
}

Response show_judge(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const right = goal->owner == visit.who->person ? plan::Right::read : plan::Right::steer;
    return for_who_may(visit, right, *goal, [&] {
        return page_or_json(visit, pages::FormView{},
                            [&] { return pages::judge_page(*goal, visit.data(), {}, visit.context()); });
    });
}

Response judge_goal(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::judge_goal(work, goal->id, verdict_in(visit), visit.filled_in("reason"));
            return pages::goal_url(goal->id);
        });
    };
    return answer_form(visit, use_case, [&](pages::Filled const& filled) {
        return page_or_json(visit, pages::form_view(filled),
                            [&] { return pages::judge_page(*goal, visit.data(), filled, visit.context()); });
    });
}

} // namespace rodtrad::web
