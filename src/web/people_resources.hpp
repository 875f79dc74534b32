#pragma once

#include "web/visit.hpp"

// Who comes in, who they are, and what they may do.
namespace rodtrad::web {

Response show_sign_in(Visit const& visit);
Response take_sign_in(Visit const& visit);
Response take_sign_out(Visit const& visit);
Response take_sign_out_elsewhere(Visit const& visit);

Response show_link(Visit const& visit); // to choose a password by
Response take_link(Visit const& visit);

Response show_set_up(Visit const& visit); // the first time
Response take_set_up(Visit const& visit);

Response show_own(Visit const& visit);
Response take_own(Visit const& visit);
Response take_own_password(Visit const& visit);

Response show_people(Visit const& visit);
Response show_new_person(Visit const& visit);
Response take_new_person(Visit const& visit);
Response show_person(Visit const& visit);
Response take_person(Visit const& visit); // name, user name …
Response take_membership(Visit const& visit);
Response take_membership_end(Visit const& visit);
Response take_role(Visit const& visit);
Response take_role_end(Visit const& visit);
Response take_new_link(Visit const& visit);
Response take_deactivation(Visit const& visit);
Response take_activation(Visit const& visit);

Response show_journal(Visit const& visit);

} // namespace rodtrad::web
