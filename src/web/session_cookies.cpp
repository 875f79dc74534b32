#include "web/session_cookies.hpp"

#include "base/secret.hpp"
#include "web/cookie.hpp"

namespace rodtrad::web {

namespace {

constexpr std::string_view session_cookie = "rodtrad";
constexpr std::string_view visitor_cookie = "rodtrad-besok";
constexpr std::size_t token_length = 43; // base::random_token

} // namespace

std::string_view session_token(Request const& request) { return cookie_of(request, session_cookie); }

void keep_session(Response& response, Request const& request, std::string token) {
    set_cookie(response, request, {.name = std::string{session_cookie}, .value = std::move(token)});
}

void end_session(Response& response, Request const& request) { expire_cookie(response, request, session_cookie); }

std::string visitor_secret(Request const& request) {
    auto const kept = cookie_of(request, visitor_cookie);
    return kept.size() == token_length ? std::string{kept} : base::random_token();
}

void keep_visitor_secret(Response& response, Visit const& visit) {
    if (cookie_of(visit.request, visitor_cookie) == visit.csrf) return;
    set_cookie(response, visit.request, {.name = std::string{visitor_cookie}, .value = visit.csrf});
}

} // namespace rodtrad::web
