#pragma once

#include "web/visit.hpp"

#include <string>
#include <string_view>

// The two cookies that say who asks: that of a session, and before there is one a secret that only this browser has, so
// that no other site can sign its reader in as someone else.
namespace rodtrad::web {

std::string_view session_token(Request const& request); // empty where there is none
void keep_session(Response& response, Request const& request, std::string token);
void end_session(Response& response, Request const& request);

// What the browser has, or a new one.
std::string visitor_secret(Request const& request);
// Gives the browser the visit's secret, where it has not got it.
void keep_visitor_secret(Response& response, Visit const& visit);

} // namespace rodtrad::web
