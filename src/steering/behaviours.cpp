#include "steering/behaviours.hpp"

#include "steering/in_order.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

void save_practice(Work& work, domain::GoalId id, LeadershipPractice const& practice) {
    auto goal = work.must_find<domain::Goal>(id);
    goal.raised = written_text("raised", practice.raised, Empty::is_fine);
    goal.followed_up = written_text("followed_up", practice.followed_up, Empty::is_fine);
    goal.rewarded = written_text("rewarded", practice.rewarded, Empty::is_fine);
    goal.deprioritised = written_text("deprioritised", practice.deprioritised, Empty::is_fine);
    if (goal == work.must_find<domain::Goal>(id)) return; // whatever else someone may have changed
    work.must_find<domain::Goal>(id, practice.goal_version);
    work.put(std::move(goal), "goal.practise");
}

void save_behaviour(Work& work, domain::GoalId goal, BehaviourWish const& wish, std::size_t number, int position) {
    domain::Behaviour behaviour{.goal = goal};
    if (wish.id) {
        behaviour = work.must_find<domain::Behaviour>(*wish.id);
        if (behaviour.goal != goal) throw NotFound{domain::Behaviour::table, wish.id->value()};
    }
    auto const standing = behaviour;
    behaviour.text =
        written_line(fmt::format("text.{}", number), wish.text, wish.id ? Empty::is_refused : Empty::is_fine);
    behaviour.pulse_question = written_line(fmt::format("pulse.{}", number), wish.pulse_question, Empty::is_fine);
    if (behaviour.text.empty()) {
        if (!behaviour.pulse_question.empty())
            throw Refused{fmt::format("text.{}", number),
                          base::message("Write which behaviour the question is about.")};
        return;
    }
    behaviour.whose = wish.whose;
    behaviour.position = position;
    behaviour.is_ended = wish.is_ended;
    if (wish.id && behaviour == standing) return;
    if (wish.id) work.must_find<domain::Behaviour>(*wish.id, wish.version);
    work.put(std::move(behaviour), wish.id ? "behaviour.change" : "behaviour.add");
}

} // namespace

void save_behaviours(Work& work, domain::GoalId goal, LeadershipPractice const& practice,
                     std::vector<BehaviourWish> const& behaviours) {
    work.require_in_any(plan::Right::steer, work.must_find<domain::Goal>(goal).units);
    save_practice(work, goal, practice);
    int position = 0;
    for (auto const number : in_order(behaviours)) save_behaviour(work, goal, behaviours[number], number, position++);
    for (auto const* standing : work.plan().behaviours_of(goal)) {
        auto const is_it = [&](BehaviourWish const& wish) { return wish.id == standing->id; };
        if (std::ranges::any_of(behaviours, is_it)) continue;
        auto behaviour = *standing;
        behaviour.position = position++;
        work.put(std::move(behaviour), "behaviour.change");
    }
}

} // namespace rodtrad::steering
