#pragma once

#include "web/visit.hpp"

// Steering documents, profiles, perspectives, scorecards and strategy maps.
namespace rodtrad::web {

Response show_documents(Visit const& visit);
Response show_new_document(Visit const& visit);
Response write_document(Visit const& visit);
Response show_document(Visit const& visit); // in a form, to revise
Response revise_document(Visit const& visit);
Response end_document(Visit const& visit);

Response show_profile(Visit const& visit);
Response show_profile_form(Visit const& visit);
Response describe_unit(Visit const& visit);

Response show_perspectives(Visit const& visit);
Response set_perspectives(Visit const& visit);
Response drop_perspectives(Visit const& visit);

Response show_scorecards(Visit const& visit); // all, or one kind side by side
Response show_scorecard(Visit const& visit);
Response show_strategy_map(Visit const& visit);

Response show_templates(Visit const& visit);
Response show_new_template(Visit const& visit);
Response begin_template(Visit const& visit);
Response show_template(Visit const& visit);
Response compare_template(Visit const& visit);
Response change_template(Visit const& visit); // one step: a factor or a measure is moved, added or removed
Response place_new_factor(Visit const& visit);
Response rename_template(Visit const& visit);
Response begin_edition(Visit const& visit);
Response use_template(Visit const& visit);
Response retire_template(Visit const& visit);
Response show_factor(Visit const& visit);
Response revise_factor(Visit const& visit);

} // namespace rodtrad::web
