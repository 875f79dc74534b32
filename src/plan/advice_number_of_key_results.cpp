#include "base/message.hpp"
#include "plan/advice_rules.hpp"

#include <algorithm>

namespace rodtrad::plan {

namespace {

using base::message;

constexpr std::ptrdiff_t most = 4;

void advise(AdviceGround const& ground, domain::Goal const& goal, std::vector<Advice>& advice) {
    auto const number =
        std::ranges::count(ground.plan.key_results_of(goal.id), false, &domain::KeyResult::is_withdrawn);
    if (number <= most) return;
    advice.push_back(
        {AdviceRule::too_many_key_results, &goal, message("The goal has {0} key results."), {std::to_string(number)}});
}

} // namespace

constinit Rule const too_many_key_results{
    .rule = AdviceRule::too_many_key_results,
    .words = {message("Too many key results"),
              message("Key results say what it means to be there. With more than four the direction is lost, and some "
                      "of them are usually things to do."),
              message("Keep the two to four that show best that the goal is reached. What remains can be activities, "
                      "or a goal of its own.")},
    .on_goal = advise,
};

} // namespace rodtrad::plan
