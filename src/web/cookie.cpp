#include "web/cookie.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace rodtrad::web {

namespace {

std::string name_on_the_wire(Request const& request, std::string_view name) {
    return fmt::format("{}{}", request.is_secure ? "__Host-" : "", name);
}

bool is_cookie_character(char c) {
    return c > 0x20 && c < 0x7F && std::string_view{"\",;\\"}.find(c) == std::string_view::npos;
}

} // namespace

void set_cookie(Response& response, Request const& request, Cookie const& cookie) {
    if (!is_token(cookie.name)) throw std::invalid_argument{"no name of a cookie"};
    if (!std::ranges::all_of(cookie.value, is_cookie_character))
        throw std::invalid_argument{fmt::format("no value of the cookie {}", cookie.name)};
    auto text = fmt::format("{}={}; Path=/; HttpOnly; SameSite={}", name_on_the_wire(request, cookie.name),
                            cookie.value, cookie.same_site == SameSite::strict ? "Strict" : "Lax");
    if (cookie.max_age) text += fmt::format("; Max-Age={}", cookie.max_age->count());
    if (request.is_secure) text += "; Secure";
    response.add_header("Set-Cookie", std::move(text));
}

void expire_cookie(Response& response, Request const& request, std::string_view name) {
    set_cookie(response, request, {.name = std::string{name}, .value = {}, .max_age = std::chrono::seconds{0}});
}

std::string_view cookie_of(Request const& request, std::string_view name) {
    return request.cookie(name_on_the_wire(request, name));
}

} // namespace rodtrad::web
