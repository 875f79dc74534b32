#include "web/http.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace rodtrad::web {

namespace {

std::string_view first_of(Pairs const& pairs, std::string_view name) {
    for (auto const& [key, value] : pairs)
        if (key == name) return value;
    return {};
}

bool is_token_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

} // namespace

std::string_view Request::parameter(std::string_view name) const { return first_of(query, name); }
std::string_view Request::header(std::string_view name) const { return first_of(headers, name); }
std::string_view Request::cookie(std::string_view name) const { return first_of(cookies, name); }

void Headers::add(std::string name, std::string value) {
    if (!is_token(name)) throw std::invalid_argument{fmt::format("no name of a header: {:?}", name)};
    if (!is_header_value(value)) throw std::invalid_argument{fmt::format("no value of the header {}", name)};
    m_fields.emplace_back(std::move(name), std::move(value));
}

std::string_view Headers::first(std::string_view name) const { return first_of(m_fields, name); }

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

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_character); }

std::string ascii_lower(std::string_view text) {
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

bool is_header_value(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c != '\t' && is_control(c); });
}

} // namespace rodtrad::web
