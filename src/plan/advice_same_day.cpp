#include "base/message.hpp"
#include "plan/advice_rules.hpp"

#include <algorithm>

namespace rodtrad::plan {

namespace {

using base::message;

constexpr std::size_t fewest = 4;

void advise(AdviceGround const& ground, study::UnitIndex unit, std::vector<Advice>& advice) {
    auto const goals = goals_going_on(ground, unit);
    if (goals.size() < fewest) return;
    auto const last_day = goals.front()->ends;
    if (std::ranges::any_of(goals, [&](domain::Goal const* goal) { return goal->ends != last_day; })) return;
    advice.push_back({AdviceRule::all_end_same_day,
                      unit,
                      message("All {0} goals end on {1}."),
                      {std::to_string(goals.size()), base::to_text(last_day)}});
}

} // namespace

constinit Rule const all_end_same_day{
    .rule = AdviceRule::all_end_same_day,
    .words = {message("All goals end the same day"),
              message(
                  "When everything ends at once, everything is summed up at once, and what was learnt comes too late "
                  "for the next cycle. Nothing is finished along the way either."),
              message("Let some goals have a shorter cycle, a quarter or a tertial, so that something is finished, "
                      "celebrated and learnt from during the year.")},
    .on_unit = advise,
};

} // namespace rodtrad::plan
