#pragma once

#include "plan/advice.hpp"

#include <array>
#include <vector>

// How a rule is written: what it looks at, and its words. A rule is a constant, so it stands before anything runs.
namespace rodtrad::plan {

// What a rule may look at.
struct AdviceGround {
    Plan const& plan;
    study::Dataset const& data;
    base::Date day;
};

struct Rule {
    AdviceRule rule;
    RuleWords words;
    // One of the three. Each adds what it has to say, or nothing.
    void (*on_goal)(AdviceGround const&, domain::Goal const&, std::vector<Advice>&) = nullptr;
    void (*on_unit)(AdviceGround const&, study::UnitIndex, std::vector<Advice>&) = nullptr;
    void (*on_whole)(AdviceGround const&, std::vector<Advice>&) = nullptr;
};

extern Rule const too_many_goals;
extern Rule const too_many_key_results;
extern Rule const number_of_behaviours;
extern Rule const goal_is_activity;
extern Rule const target_without_baseline;
extern Rule const measure_nobody_reads;
extern Rule const all_end_same_day;
extern Rule const not_smart;
extern Rule const only_money;

inline constexpr std::array<Rule const*, 9> advice_rules{
    &too_many_goals,
    &too_many_key_results,
    &number_of_behaviours,
    &goal_is_activity,
    &target_without_baseline,
    &measure_nobody_reads,
    &all_end_same_day,
    &not_smart,
    &only_money,
};

// Neither closed nor abandoned: advice on it can still be followed.
bool is_open(domain::Goal const& goal);
// Worked for on the day: active, or adopted and in its own time.
bool is_going_on(domain::Goal const& goal, base::Date day);
std::vector<domain::Goal const*> goals_going_on(AdviceGround const& ground, study::UnitIndex unit);

} // namespace rodtrad::plan
