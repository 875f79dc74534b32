#include "web/security.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rodtrad::web {

void add_security_headers(Response& response) {
    response.add_header("Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
                        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                        "frame-ancestors 'none'");
    response.add_header("X-Content-Type-Options", "nosniff");
    response.add_header("Referrer-Policy", "same-origin");
    response.add_header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.add_header("Cross-Origin-Opener-Policy", "same-origin");
    response.add_header("Cross-Origin-Resource-Policy", "same-origin");
}

bool is_this_computer(std::string_view host) {
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const colon = host.rfind(':');
    if (colon != std::string_view::npos && !host.ends_with(']')) {
        auto const port = host.substr(colon + 1);
        if (port.empty() || !std::ranges::all_of(port, is_digit)) return false;
        host = host.substr(0, colon);
    }
    auto const name = base::lower(host);
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

bool is_from_own_page(Request const& request) {
    auto const site = request.header("sec-fetch-site");
    auto const origin = request.header("origin");
    auto const host = request.header("host");
    bool const is_own_origin = origin.starts_with("http://") && origin.substr(7) == host;
    if (!origin.empty() && !is_own_origin) return false;
    return site.empty() ? is_own_origin : site == "same-origin";
}

} // namespace rodtrad::web
