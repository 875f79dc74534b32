#include "web/security.hpp"

namespace rodtrad::web {

void add_security_headers(Response& response, Connection connection) {
    response.add_header("Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
                        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                        "frame-ancestors 'none'");
    response.add_header("X-Content-Type-Options", "nosniff");
    response.add_header("Referrer-Policy", "same-origin");
    response.add_header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.add_header("Cross-Origin-Opener-Policy", "same-origin");
    response.add_header("Cross-Origin-Resource-Policy", "same-origin");
    if (connection == Connection::secure) response.add_header("Strict-Transport-Security", "max-age=31536000");
}

bool is_from_own_page(Request const& request) {
    auto const site = request.header("sec-fetch-site");
    auto const origin = request.header("origin");
    bool const is_own_origin = !origin.empty() && origin == request.origin;
    if (!origin.empty() && !is_own_origin) return false;
    return site.empty() ? is_own_origin : site == "same-origin";
}

} // namespace rodtrad::web
