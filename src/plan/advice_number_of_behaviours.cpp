#include "base/message.hpp"
#include "plan/advice_rules.hpp"
#include "plan/goal_life.hpp"

#include <algorithm>

namespace rodtrad::plan {

namespace {

using base::message;

constexpr std::ptrdiff_t fewest = 3;
constexpr std::ptrdiff_t most = 5;

std::string_view said_of(std::ptrdiff_t number) {
    switch (number) {
    case 0:
        return message("The goal has no behaviours.");
    case 1:
        return message("The goal has only one behaviour.");
    default:
        return message("The goal has {0} behaviours.");
    }
}

void advise(AdviceGround const& ground, domain::Goal const& goal, std::vector<Advice>& advice) {
    if (state_on(goal, ground.day) != domain::GoalState::active) return;
    auto const number = std::ranges::count(ground.plan.behaviours_of(goal.id), false, &domain::Behaviour::is_ended);
    if (fewest <= number && number <= most) return;
    advice.push_back({AdviceRule::number_of_behaviours, &goal, said_of(number), {std::to_string(number)}});
}

} // namespace

constinit Rule const number_of_behaviours{
    .rule = AdviceRule::number_of_behaviours,
    .words = {message("Other than three to five behaviours"),
              message(
                  "A goal is reached by what people do on an ordinary day. With fewer than three behaviours it stays "
                  "words on paper; more than five nobody remembers."),
              message(
                  "Write down, together, three to five things that one would see and hear if the goal were lived.")},
    .on_goal = advise,
};

} // namespace rodtrad::plan
