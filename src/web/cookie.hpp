#pragma once

#include "web/http.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::web {

enum class SameSite : std::uint8_t {
    lax,    // also sent when another site's link leads here
    strict, // sent from our own pages only
};

// One that no script reads, sent to this host alone, for every path. Over https it is Secure, and is called
// "__Host-" + name: a browser then takes it neither from plain http nor from a neighbour under the same domain.
struct Cookie {
    std::string name;
    std::string value;
    SameSite same_site = SameSite::lax;
    std::optional<std::chrono::seconds> max_age{}; // nothing: until the browser is closed
};

// Throws std::invalid_argument where the name is no token, or the value has what no value may (RFC 6265: space, quotes,
// comma, semicolon, backslash, control characters, bytes above 0x7E).
void set_cookie(Response& response, Request const& request, Cookie const& cookie);

// Has the browser forget it.
void expire_cookie(Response& response, Request const& request, std::string_view name);

// What the browser sent of one that was set so; empty where it sent none. Over https, one of the bare name is passed
// over.
std::string_view cookie_of(Request const& request, std::string_view name);

} // namespace rodtrad::web
