#include "web/origin.hpp"

#include "web/http.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace rodtrad::web {

namespace {

struct Place {
    std::string host; // lower case
    std::optional<std::uint16_t> port;
};

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_ipv4(std::string const& text) {
    in_addr address{};
    return ::inet_pton(AF_INET, text.c_str(), &address) == 1;
}

bool is_ipv6(std::string const& text) {
    in6_addr address{};
    return ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool is_host(std::string const& host) {
    if (host.starts_with('[')) return host.ends_with(']') && is_ipv6(host.substr(1, host.size() - 2));
    return !host.empty() && host.size() <= 253 && is_letter_or_digit(host.front()) &&
           std::ranges::all_of(host, [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_'; });
}

std::optional<std::uint16_t> to_port(std::string_view text) {
    std::uint16_t port = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0) return {};
    return port;
}

// "name", "name:81", "[::1]:81".
std::optional<Place> to_place(std::string_view text) {
    Place place;
    auto const colon = text.rfind(':');
    if (colon != std::string_view::npos && !text.ends_with(']')) {
        place.port = to_port(text.substr(colon + 1));
        if (!place.port) return {};
        text = text.substr(0, colon);
    }
    place.host = ascii_lower(text);
    if (!is_host(place.host)) return {};
    return place;
}

std::uint16_t implied_port(Scheme scheme) { return scheme == Scheme::https ? 443 : 80; }

} // namespace

std::string Origin::text() const {
    auto const* const name = scheme == Scheme::https ? "https" : "http";
    if (port == implied_port(scheme)) return fmt::format("{}://{}", name, host);
    return fmt::format("{}://{}:{}", name, host, port);
}

bool Origin::is_named_by(std::string_view host_header) const {
    auto const place = to_place(host_header);
    return place && place->host == host && place->port.value_or(implied_port(scheme)) == port;
}

std::optional<Origin> to_origin(std::string_view text) {
    auto const end = text.find("://");
    if (end == std::string_view::npos) return {};
    auto const scheme = ascii_lower(text.substr(0, end));
    if (scheme != "http" && scheme != "https") return {};
    text.remove_prefix(end + 3);
    if (text.ends_with('/')) text.remove_suffix(1);
    auto place = to_place(text);
    if (!place) return {};
    Origin origin{.scheme = scheme == "https" ? Scheme::https : Scheme::http, .host = std::move(place->host)};
    origin.port = place->port.value_or(implied_port(origin.scheme));
    return origin;
}

Origin origin_of_address(std::string_view address, std::uint16_t port) {
    address = address.substr(0, address.find('%')); // no browser sends the zone of fe80::1%eth0
    bool const is_v6 = address.find(':') != std::string_view::npos;
    return {.scheme = Scheme::http,
            .host = ascii_lower(is_v6 ? fmt::format("[{}]", address) : std::string{address}),
            .port = port};
}

bool is_this_computer(std::string_view host_header) {
    auto const place = to_place(host_header);
    if (!place) return false;
    auto const& host = place->host;
    return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && is_ipv4(host));
}

} // namespace rodtrad::web
