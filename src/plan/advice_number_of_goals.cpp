#include "base/message.hpp"
#include "plan/advice_rules.hpp"

namespace rodtrad::plan {

namespace {

using base::message;

constexpr std::size_t most = 5;

void advise(AdviceGround const& ground, study::UnitIndex unit, std::vector<Advice>& advice) {
    auto const goals = goals_going_on(ground, unit).size();
    if (goals <= most) return;
    advice.push_back({AdviceRule::too_many_goals,
                      unit,
                      message("{0} goals are going on at the same time."),
                      {std::to_string(goals)}});
}

} // namespace

constinit Rule const too_many_goals{
    .rule = AdviceRule::too_many_goals,
    .words = {message("Too many goals at once"),
              message("With more than five goals, everything is important and nothing comes first. Few goals give "
                      "attention to each."),
              message("Choose the ones that matter most now. Pause the others, move them to a later cycle, or let a "
                      "unit above carry them.")},
    .on_unit = advise,
};

} // namespace rodtrad::plan
