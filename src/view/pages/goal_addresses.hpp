#pragma once

#include "domain/goal.hpp"
#include "domain/ids.hpp"
#include "plan/goal_status.hpp"
#include "view/pages/addresses.hpp"
#include "view/url.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The addresses of goals and their key results.
namespace rodtrad::view::pages {

// What a person asks of the board of goals.
struct GoalsQuestion {
    std::string unit; // code of the branch; empty: everything
    std::optional<domain::GoalLevel> level;
    std::optional<domain::GoalKind> kind;
    std::optional<domain::GoalState> state; // nothing: those that are not over
    std::optional<plan::Standing> standing; // as it is computed
    bool is_all = false;                    // those that are over too
    bool is_without_owner = false;          // only gaps
    bool is_silent = false;                 // only those whose check-in has been missed
    std::size_t page = 1;
    bool operator==(GoalsQuestion const&) const = default;
};
// What is not understood is as if it were not asked.
GoalsQuestion to_goals_question(Parameters const& query);
Url goals_url(GoalsQuestion const& question = {}); // /mal?enhet=U&niva=politisk

// The values of the filters.
std::string_view word_of(domain::GoalLevel level); // "politisk"
std::string_view word_of(domain::GoalKind kind);   // "styrkortsmal"
std::string_view word_of(domain::GoalState state); // "antaget"
std::string_view word_of(plan::Standing standing); // "uppnatt"
std::string_view word_of(domain::StepKind step);   // "pausa": what one does
std::optional<domain::StepKind> to_step(std::string_view word);

Url new_goal_url(std::string_view unit = {});                  // /mal/ny?enhet=U
Url goal_url(domain::GoalId goal);                             // /mal/17
Url goal_form_url(domain::GoalId goal);                        // /mal/17/redigera: a draft is edited, a goal adjusted
Url goal_step_url(domain::GoalId goal, domain::StepKind step); // /mal/17/steg/pausa
Url judge_url(domain::GoalId goal);                            // /mal/17/bedom

Url new_key_result_url(domain::GoalId goal);                             // /mal/17/nyckelresultat
Url key_result_url(domain::GoalId goal, domain::KeyResultId key_result); // /mal/17/nyckelresultat/3
Url withdraw_url(domain::GoalId goal, domain::KeyResultId key_result);   // …/3/ta-bort
Url milestone_url(domain::GoalId goal, domain::KeyResultId key_result);  // …/3/klar; takes a form

} // namespace rodtrad::view::pages
