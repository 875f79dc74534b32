#include "web/public_address.hpp"

#include "base/text.hpp"
#include "web/http.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <array>

namespace rodtrad::web {

namespace {

// Of "a, b, c" the c.
std::string_view last_hop(std::string_view list) {
    auto const comma = list.rfind(',');
    return base::trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1));
}

// "192.0.2.7", "2001:db8::7" and "::ffff:192.0.2.7", as they are usually written; nothing where it is no address.
std::optional<std::string> to_address(std::string const& text) {
    std::array<char, INET6_ADDRSTRLEN> written{};
    if (in_addr v4{}; ::inet_pton(AF_INET, text.c_str(), &v4) == 1)
        return ::inet_ntop(AF_INET, &v4, written.data(), written.size());
    in6_addr v6{};
    if (::inet_pton(AF_INET6, text.c_str(), &v6) != 1) return {};
    constexpr std::size_t prefix_of_v4 = 12;
    if (IN6_IS_ADDR_V4MAPPED(&v6))
        return ::inet_ntop(AF_INET, v6.s6_addr + prefix_of_v4, written.data(), written.size());
    return ::inet_ntop(AF_INET6, &v6, written.data(), written.size());
}

// Some proxies write the port too: "192.0.2.7:5123", "[2001:db8::7]:5123".
std::string_view without_port(std::string_view hop) {
    if (hop.starts_with('[')) return hop.substr(1, hop.find(']') - 1);
    auto const colon = hop.find(':');
    return colon != std::string_view::npos && colon == hop.rfind(':') ? hop.substr(0, colon) : hop;
}

} // namespace

bool PublicAddress::is_named_by(std::string_view host_header) const {
    return m_origin ? m_origin->is_named_by(host_header) : is_this_computer(host_header);
}

std::string PublicAddress::origin(std::string_view host_header) const {
    return m_origin ? m_origin->text() : fmt::format("http://{}", host_header);
}

std::string PublicAddress::remote(std::string_view peer, std::string_view forwarded_for) const {
    if (m_way == Way::through_proxy)
        if (auto address = to_address(std::string{without_port(last_hop(forwarded_for))})) return *address;
    return to_address(std::string{peer}).value_or(std::string{peer});
}

bool PublicAddress::is_secure(std::string_view forwarded_proto) const {
    if (m_way != Way::through_proxy || m_origin->scheme != Scheme::https) return false;
    return forwarded_proto.empty() || ascii_lower(last_hop(forwarded_proto)) == "https";
}

std::string PublicAddress::text() const { return m_origin ? m_origin->text() : "localhost and 127.0.0.1"; }

} // namespace rodtrad::web
