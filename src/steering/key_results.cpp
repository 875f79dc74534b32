#include "steering/key_results.hpp"

#include "base/message.hpp"
#include "plan/goal_life.hpp"
#include "steering/goal_steps.hpp"
#include "steering/goal_wording.hpp"

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
using domain::Goal;
using domain::KeyResult;

// Who may change the key results of a goal: as for its wording.
void must_be_allowed_to_change(Work const& work, Goal const& goal) {
    if (plan::is_unsettled(goal.state)) {
        must_be_allowed_to_edit(work, goal);
    } else {
        work.require_in_any(plan::Right::steer, goal.units);
        must_be_possible(work, goal, domain::StepKind::adjusted);
    }
}

// Of a goal that is decided, what was changed is an adjustment of it, with its reason.
void tell(Work& work, Goal const& goal, std::vector<domain::Alteration> changed, std::string_view reason) {
    if (plan::is_unsettled(goal.state)) return;
    take_step(work, goal, domain::StepKind::adjusted, must_say_why(reason), std::move(changed));
}

} // namespace

domain::KeyResultId add_key_result(Work& work, domain::GoalId id, KeyResult const& stated, std::string_view reason) {
    auto const goal = work.must_find<Goal>(id);
    must_be_allowed_to_change(work, goal);
    int position = 0;
    for (auto const& other : work.tables().key_results)
        if (other.goal == id) position = std::max(position, other.position + 1);
    auto key_result = reworded(work, goal, {.goal = id, .position = position}, stated);
    auto const title = key_result.title;
    auto const added = work.put(std::move(key_result), "key_result.add", reason);
    tell(work, goal, {{.what = "added", .key_result = added, .before = {}, .after = title}}, reason);
    return added;
}

void adjust_key_result(Work& work, domain::KeyResultId id, std::int64_t version_read, KeyResult const& stated,
                       std::string_view reason) {
    auto const standing = work.must_find<KeyResult>(id);
    auto const goal = work.must_find<Goal>(standing.goal);
    must_be_allowed_to_change(work, goal);
    if (standing.is_withdrawn) throw Refused{{}, message("The key result has been withdrawn. Add a new one instead.")};
    auto adjusted = reworded(work, goal, work.must_find<KeyResult>(id, version_read), stated);
    if (adjusted.kind != domain::KeyResultKind::milestone) {
        adjusted.is_done = false;
        adjusted.done_on.reset();
    }
    auto changed = alterations(standing, adjusted);
    if (changed.empty()) throw Refused{{}, message("Nothing is changed yet.")};
    work.put(std::move(adjusted), "key_result.adjust", reason);
    tell(work, goal, std::move(changed), reason);
}

void withdraw_key_result(Work& work, domain::KeyResultId id, std::string_view reason) {
    auto key_result = work.must_find<KeyResult>(id);
    auto const goal = work.must_find<Goal>(key_result.goal);
    must_be_allowed_to_change(work, goal);
    if (key_result.is_withdrawn) return;
    auto const title = key_result.title;
    key_result.is_withdrawn = true;
    work.put(std::move(key_result), "key_result.withdraw", reason);
    tell(work, goal, {{.what = "withdrawn", .key_result = id, .before = title, .after = {}}}, reason);
}

void mark_milestone(Work& work, domain::KeyResultId id, bool is_done) {
    auto key_result = work.must_find<KeyResult>(id);
    auto const& goal = work.must_find<Goal>(key_result.goal);
    work.require_in_any(plan::Right::check_in, goal.units);
    if (key_result.kind != domain::KeyResultKind::milestone || key_result.is_withdrawn)
        throw Refused{{}, message("Only a milestone can be marked as done.")};
    if (!plan::is_standing(plan::state_on(goal, work.today())))
        throw Refused{{}, message("Milestones are marked as done while the goal is worked for.")};
    if (key_result.is_done == is_done) return;
    key_result.is_done = is_done;
    key_result.done_on = is_done ? std::optional{work.today()} : std::nullopt;
    work.put(std::move(key_result), "key_result.mark");
}

} // namespace rodtrad::steering
