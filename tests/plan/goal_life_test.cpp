#include "plan/goal_life.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace rodtrad::plan {
namespace {

using domain::GoalState;
using domain::StepKind;

base::Date day(std::string_view text) { return base::to_date(text).value(); }

TEST_CASE("every step of every state leads where the goal's life says, or nowhere") {
    std::map<std::pair<GoalState, StepKind>, GoalState> const allowed{
        {{GoalState::draft, StepKind::proposed}, GoalState::proposed},
        {{GoalState::draft, StepKind::adopted}, GoalState::adopted},
        {{GoalState::draft, StepKind::abandoned}, GoalState::abandoned},
        {{GoalState::proposed, StepKind::sent_back}, GoalState::draft},
        {{GoalState::proposed, StepKind::adopted}, GoalState::adopted},
        {{GoalState::proposed, StepKind::abandoned}, GoalState::abandoned},
        {{GoalState::adopted, StepKind::begun}, GoalState::active},
        {{GoalState::adopted, StepKind::adjusted}, GoalState::adopted},
        {{GoalState::adopted, StepKind::abandoned}, GoalState::abandoned},
        {{GoalState::active, StepKind::adjusted}, GoalState::active},
        {{GoalState::active, StepKind::paused}, GoalState::paused},
        {{GoalState::active, StepKind::closed}, GoalState::closed},
        {{GoalState::active, StepKind::abandoned}, GoalState::abandoned},
        {{GoalState::active, StepKind::rolled}, GoalState::active},
        {{GoalState::paused, StepKind::resumed}, GoalState::active},
        {{GoalState::paused, StepKind::adjusted}, GoalState::paused},
        {{GoalState::paused, StepKind::closed}, GoalState::closed},
        {{GoalState::paused, StepKind::abandoned}, GoalState::abandoned},
        {{GoalState::paused, StepKind::rolled}, GoalState::paused},
        {{GoalState::closed, StepKind::rolled}, GoalState::closed},
    };
    for (auto const& [state, state_name] : names_of(GoalState{}))
        for (auto const& [step, step_name] : names_of(StepKind{})) {
            CAPTURE(state_name);
            CAPTURE(step_name);
            auto const expected = allowed.find({state, step});
            auto const leads = after(state, step);
            CHECK(leads.has_value() == (expected != allowed.end()));
            if (leads && expected != allowed.end()) CHECK(*leads == expected->second);
            auto const steps = steps_from(state);
            CHECK((std::ranges::find(steps, step) != steps.end()) == leads.has_value());
        }
}

TEST_CASE("a goal that is adopted is under way from its first day") {
    domain::Goal const goal{.begins = day("2026-10-01"), .ends = day("2026-12-31"), .state = GoalState::adopted};
    CHECK(state_on(goal, day("2026-09-30")) == GoalState::adopted);
    CHECK(state_on(goal, day("2026-10-01")) == GoalState::active);
}

TEST_CASE("a goal that is not decided does not begin by itself") {
    domain::Goal const goal{.begins = day("2026-10-01"), .ends = day("2026-12-31"), .state = GoalState::proposed};
    CHECK(state_on(goal, day("2026-11-01")) == GoalState::proposed);
}

} // namespace
} // namespace rodtrad::plan
