#pragma once

#include "web/visit.hpp"

// How a goal is lived and talked about: below /mal/{goal}.
namespace rodtrad::web {

Response show_behaviours(Visit const& visit); // the form
Response save_behaviours(Visit const& visit);
Response show_behaviour(Visit const& visit); // one, with its notes

Response show_new_activity(Visit const& visit);
Response add_activity(Visit const& visit);
Response show_activity(Visit const& visit);
Response change_activity(Visit const& visit);

Response show_check_in_form(Visit const& visit);
Response check_in(Visit const& visit);
Response show_check_ins(Visit const& visit);
Response show_check_in(Visit const& visit);
Response show_check_in_correction(Visit const& visit);
Response correct_check_in(Visit const& visit);
Response acknowledge_check_in(Visit const& visit);
Response remind_of_check_in(Visit const& visit);

Response show_proposal_form(Visit const& visit);
Response propose(Visit const& visit);
Response show_proposal(Visit const& visit);
Response answer_proposal(Visit const& visit);

Response show_comment_form(Visit const& visit);
Response write_comment(Visit const& visit);
Response show_own_comment(Visit const& visit);
Response rewrite_comment(Visit const& visit);
Response withdraw_comment(Visit const& visit);

Response show_note(Visit const& visit);
Response save_note(Visit const& visit);
Response follow_goal(Visit const& visit);

Response show_questions(Visit const& visit); // the bank of coaching questions
Response save_questions(Visit const& visit);

} // namespace rodtrad::web
