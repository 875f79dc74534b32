#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// Advice on how the plan is made: explained, and never in the way. Each rule stands in a file of its own,
// advice_<rule>.cpp; advice_rules.cpp lists them.
namespace rodtrad::plan {

enum class AdviceRule : std::uint8_t {
    too_many_goals,
    too_many_key_results,
    number_of_behaviours,
    goal_is_activity,
    target_without_baseline,
    measure_nobody_reads,
    all_end_same_day,
    not_smart,
    only_money,
};
constexpr auto names_of(AdviceRule) {
    return std::to_array<std::pair<AdviceRule, std::string_view>>({
        {AdviceRule::too_many_goals, "too_many_goals"},
        {AdviceRule::too_many_key_results, "too_many_key_results"},
        {AdviceRule::number_of_behaviours, "number_of_behaviours"},
        {AdviceRule::goal_is_activity, "goal_is_activity"},
        {AdviceRule::target_without_baseline, "target_without_baseline"},
        {AdviceRule::measure_nobody_reads, "measure_nobody_reads"},
        {AdviceRule::all_end_same_day, "all_end_same_day"},
        {AdviceRule::not_smart, "not_smart"},
        {AdviceRule::only_money, "only_money"},
    });
}

// What a rule is about, in sentences marked with base::message.
struct RuleWords {
    std::string_view title; // "Too many goals at once"
    std::string_view why;
    std::string_view mend;
};
RuleWords const& words_of(AdviceRule rule);

// A piece of advice on one goal, one unit or one measure.
struct Advice {
    AdviceRule rule = AdviceRule::too_many_goals;
    std::variant<domain::Goal const*, study::UnitIndex, study::MeasureIndex> about;
    std::string_view what;                // marked with base::message; {0}, {1} … are the values
    std::vector<std::string> values = {}; // titles, and whole numbers as digits
};

// By rule, and within a rule by the unit's place in the tree; of a branch: on what is carried in it. `day` says which
// goals are going on.
std::vector<Advice> advice_on_plan(Plan const& plan, study::Dataset const& data, base::Date day,
                                   std::optional<study::UnitIndex> branch = {});
// On a goal that is not over, whether decided yet or not: for those who write it too.
std::vector<Advice> advice_on_goal(Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                                   base::Date day);
std::vector<Advice> advice_on_unit(Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day);

// Where a piece of advice belongs: the unit, or the one that carries the goal; nothing for a measure.
std::optional<study::UnitIndex> unit_of(Advice const& advice, study::Dataset const& data);

} // namespace rodtrad::plan
