#include "plan/goal_life.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace rodtrad::plan {

namespace {

using domain::GoalState;
using domain::StepKind;

// `to`: nothing where the state stays.
struct Way {
    StepKind step;
    std::array<bool, 7> from; // by state: draft, proposed, adopted, active, paused, abandoned, closed
    std::optional<GoalState> to;
};

constexpr auto ways = std::to_array<Way>({
    {StepKind::proposed, {true}, GoalState::proposed},
    {StepKind::sent_back, {false, true}, GoalState::draft},
    {StepKind::adopted, {true, true}, GoalState::adopted},
    {StepKind::begun, {false, false, true}, GoalState::active},
    {StepKind::adjusted, {false, false, true, true, true}, {}},
    {StepKind::paused, {false, false, false, true}, GoalState::paused},
    {StepKind::resumed, {false, false, false, false, true}, GoalState::active},
    {StepKind::closed, {false, false, false, true, true}, GoalState::closed},
    {StepKind::abandoned, {true, true, true, true, true}, GoalState::abandoned},
    {StepKind::rolled, {false, false, false, true, true, false, true}, {}},
});

bool leads_from(Way const& way, GoalState state) { return way.from[static_cast<std::size_t>(state)]; }

} // namespace

GoalState state_on(domain::Goal const& goal, base::Date day) {
    return goal.state == GoalState::adopted && goal.begins <= day ? GoalState::active : goal.state;
}

std::optional<GoalState> after(GoalState from, StepKind step) {
    auto const* const way = std::ranges::find(ways, step, &Way::step);
    if (way == ways.end() || !leads_from(*way, from)) return {};
    return way->to.value_or(from);
}

std::vector<StepKind> steps_from(GoalState state) {
    std::vector<StepKind> steps;
    for (auto const& way : ways)
        if (leads_from(way, state)) steps.push_back(way.step);
    return steps;
}

bool is_standing(GoalState state) {
    return state == GoalState::adopted || state == GoalState::active || state == GoalState::paused;
}

bool is_unsettled(GoalState state) { return state == GoalState::draft || state == GoalState::proposed; }

std::optional<domain::PersonId> author_of(Plan const& plan, domain::GoalId goal) {
    for (auto const* step : plan.steps_of(goal))
        if (step->kind == StepKind::created) return step->by;
    return {};
}

} // namespace rodtrad::plan
