#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::web {

enum class Scheme : std::uint8_t { http, https };

// What the reader's browser calls an origin: "https://rodtrad.example.se", "http://192.0.2.7:8321".
struct Origin {
    Scheme scheme = Scheme::http;
    std::string host{}; // lower case; an IPv6 address stands in brackets
    std::uint16_t port = 0;

    // As the Origin header spells it: without the port that the scheme implies.
    std::string text() const;
    // Whether a Host header names it.
    bool is_named_by(std::string_view host_header) const;
    bool operator==(Origin const&) const = default;
};

// A scheme, a name or an address, perhaps a port, and nothing after them but a slash. Nothing where it is anything
// else, a user's name or a path included. Names are as they are sent: "räksmörgås.se" is xn--rksmrgs-5wao1o.se.
std::optional<Origin> to_origin(std::string_view text);

// "http://ADDRESS:PORT"; the address may be IPv6.
Origin origin_of_address(std::string_view address, std::uint16_t port);

// Whether a Host header names this computer itself: localhost, 127.0.0.0/8 or [::1], with or without a port. The port
// may be any: it differs through an SSH tunnel, and it is the name that tells a foreign page from ours.
bool is_this_computer(std::string_view host_header);

} // namespace rodtrad::web
