#include "plan/advice.hpp"

#include "plan/advice_rules.hpp"

#include <algorithm>
#include <tuple>

namespace rodtrad::plan {

namespace {

using domain::Goal;
using domain::GoalState;
using study::UnitIndex;

std::optional<UnitIndex> unit_of(Goal const& goal, study::Dataset const& data) {
    return goal.units.empty() ? std::nullopt : data.find_unit(goal.units.front());
}

void advise_on(AdviceGround const& ground, Goal const& goal, std::vector<Advice>& advice) {
    if (!is_open(goal)) return;
    for (auto const* rule : advice_rules)
        if (rule->on_goal != nullptr) rule->on_goal(ground, goal, advice);
}

void advise_on(AdviceGround const& ground, UnitIndex unit, std::vector<Advice>& advice) {
    for (auto const* rule : advice_rules)
        if (rule->on_unit != nullptr) rule->on_unit(ground, unit, advice);
}

} // namespace

bool is_open(Goal const& goal) { return goal.state != GoalState::closed && goal.state != GoalState::abandoned; }

bool is_going_on(Goal const& goal, base::Date day) {
    return goal.state == GoalState::active ||
           (goal.state == GoalState::adopted && goal.begins <= day && day <= goal.ends);
}

std::vector<Goal const*> goals_going_on(AdviceGround const& ground, UnitIndex unit) {
    std::vector<Goal const*> goals;
    std::ranges::copy_if(ground.plan.goals_of(ground.data.units[unit].unit.code), std::back_inserter(goals),
                         [&](Goal const* goal) { return is_going_on(*goal, ground.day); });
    return goals;
}

RuleWords const& words_of(AdviceRule rule) { return (*std::ranges::find(advice_rules, rule, &Rule::rule))->words; }

std::vector<Advice> advice_on_goal(Plan const& plan, study::Dataset const& data, Goal const& goal, base::Date day) {
    std::vector<Advice> advice;
    advise_on({plan, data, day}, goal, advice);
    return advice;
}

std::vector<Advice> advice_on_unit(Plan const& plan, study::Dataset const& data, UnitIndex unit, base::Date day) {
    std::vector<Advice> advice;
    advise_on({plan, data, day}, unit, advice);
    return advice;
}

std::vector<Advice> advice_on_plan(Plan const& plan, study::Dataset const& data, base::Date day,
                                   std::optional<UnitIndex> branch) {
    AdviceGround const ground{plan, data, day};
    std::vector<Advice> advice;
    auto const is_in_branch = [&](std::optional<UnitIndex> unit) {
        return !branch || (unit && data.is_in_branch(*unit, *branch));
    };
    for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next())
        if (is_in_branch(unit)) advise_on(ground, unit, advice);
    for (auto const& goal : plan.goals)
        if (is_in_branch(unit_of(goal, data))) advise_on(ground, goal, advice);
    if (!branch)
        for (auto const* rule : advice_rules)
            if (rule->on_whole != nullptr) rule->on_whole(ground, advice);

    std::vector<std::pair<std::tuple<AdviceRule, UnitIndex>, Advice>> placed;
    placed.reserve(advice.size());
    for (auto& piece : advice) {
        auto const unit = unit_of(piece, data).value_or(data.units.end_key());
        placed.emplace_back(std::tuple{piece.rule, unit}, std::move(piece));
    }
    std::ranges::stable_sort(placed, {}, [](auto const& pair) { return pair.first; });
    advice.clear();
    for (auto& [place, piece] : placed) advice.push_back(std::move(piece));
    return advice;
}

std::optional<UnitIndex> unit_of(Advice const& advice, study::Dataset const& data) {
    if (auto const* const* goal = std::get_if<Goal const*>(&advice.about)) return unit_of(**goal, data);
    if (auto const* unit = std::get_if<UnitIndex>(&advice.about)) return *unit;
    return {};
}

} // namespace rodtrad::plan
