#include "view/url.hpp"

#include <algorithm>

namespace rodtrad::view {

namespace {

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

void append_encoded(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char const c : text) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
}

std::string encoded(std::string_view text) {
    std::string out;
    append_encoded(out, text);
    return out;
}

} // namespace

Url::Url(std::string_view path) : m_path{"/"} {
    // One slash and no more: "//elsewhere" would be another host.
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    while (true) {
        auto const end = std::min(path.find('/'), path.size());
        append_encoded(m_path, path.substr(0, end));
        if (end == path.size()) return;
        m_path += '/';
        path.remove_prefix(end + 1);
    }
}

Url Url::on_this_page(std::string_view id) { return Url{}.anchor(id); }

Url Url::segment(std::string_view text) const {
    auto url = *this;
    if (!url.m_path.ends_with('/')) url.m_path += '/';
    append_encoded(url.m_path, text);
    return url;
}

Url Url::query(std::string_view name, std::string_view value) const {
    auto const key = encoded(name) + '=';
    auto const pair = key + encoded(value);
    auto url = *this;
    for (std::size_t at = 0; at < m_query.size();) {
        auto const end = std::min(m_query.find('&', at + 1), m_query.size());
        if (std::string_view{m_query}.substr(at + 1).starts_with(key)) {
            url.m_query.replace(at + 1, end - at - 1, pair);
            return url;
        }
        at = end;
    }
    return also(name, value);
}

Url Url::also(std::string_view name, std::string_view value) const {
    auto url = *this;
    url.m_query += m_query.empty() ? '?' : '&';
    append_encoded(url.m_query, name);
    url.m_query += '=';
    append_encoded(url.m_query, value);
    return url;
}

Url Url::without_query(std::string_view name) const {
    auto const key = encoded(name) + '=';
    auto url = *this;
    url.m_query.clear();
    for (std::size_t at = 0; at < m_query.size();) {
        auto const end = std::min(m_query.find('&', at + 1), m_query.size());
        auto const pair = std::string_view{m_query}.substr(at + 1, end - at - 1);
        if (!pair.starts_with(key)) {
            url.m_query += url.m_query.empty() ? '?' : '&';
            url.m_query += pair;
        }
        at = end;
    }
    return url;
}

Url Url::anchor(std::string_view id) const {
    auto url = *this;
    url.m_anchor = '#' + encoded(id);
    return url;
}

} // namespace rodtrad::view
