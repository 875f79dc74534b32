#pragma once

#include "web/visit.hpp"

// Goals and their key results: /mal.
namespace rodtrad::web {

Response show_goals(Visit const& visit);
Response show_goal(Visit const& visit);

Response show_new_goal(Visit const& visit);
Response create_goal(Visit const& visit);
Response show_goal_form(Visit const& visit); // to edit a draft, or adjust what is decided
Response save_goal(Visit const& visit);

Response show_plan_import(Visit const& visit); // goals from Excel
Response preview_plan(Visit const& visit);
Response save_plan(Visit const& visit);
Response download_plan_template(Visit const& visit);

Response show_goal_step(Visit const& visit);
Response take_goal_step(Visit const& visit);
Response show_judge(Visit const& visit);
Response judge_goal(Visit const& visit);

Response show_new_key_result(Visit const& visit);
Response add_key_result(Visit const& visit);
Response show_key_result(Visit const& visit);
Response save_key_result(Visit const& visit);
Response show_withdraw_key_result(Visit const& visit);
Response withdraw_key_result(Visit const& visit);
Response mark_milestone(Visit const& visit);

} // namespace rodtrad::web
