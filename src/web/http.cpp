#include "web/http.hpp"

#include "base/text.hpp"

namespace rodtrad::web {

namespace {

std::string_view first_of(Pairs const& pairs, std::string_view name) {
    for (auto const& [key, value] : pairs)
        if (key == name) return value;
    return {};
}

} // namespace

std::string_view Request::parameter(std::string_view name) const { return first_of(query, name); }
std::string_view Request::header(std::string_view name) const { return first_of(headers, name); }
std::string_view Request::cookie(std::string_view name) const { return first_of(cookies, name); }

std::string_view Response::header(std::string_view name) const { return first_of(headers, name); }

Pairs cookies_of(std::string_view cookie_header) {
    Pairs cookies;
    while (!cookie_header.empty()) {
        auto const end = cookie_header.find(';');
        auto const pair = cookie_header.substr(0, end);
        if (auto const equals = pair.find('='); equals != std::string_view::npos)
            cookies.emplace_back(base::trimmed(pair.substr(0, equals)), base::trimmed(pair.substr(equals + 1)));
        cookie_header.remove_prefix(end == std::string_view::npos ? cookie_header.size() : end + 1);
    }
    return cookies;
}

} // namespace rodtrad::web
