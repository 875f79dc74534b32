#pragma once

#include "web/origin.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::web {

// How visitors reach the program, and what is believed of what their requests say of that.
class PublicAddress {
public:
    // By any name of this computer itself, on any port.
    static PublicAddress on_this_computer() { return {{}, Way::straight}; }
    // By this origin, without anything between.
    static PublicAddress straight_at(Origin origin) { return {std::move(origin), Way::straight}; }
    // By this origin at a proxy, which alone reaches the program: its X-Forwarded-For and X-Forwarded-Proto are
    // believed.
    static PublicAddress behind_proxy(Origin origin) { return {std::move(origin), Way::through_proxy}; }

    // Whether a Host header is ours. A foreign page cannot reach in by pointing its own name at us.
    bool is_named_by(std::string_view host_header) const;

    // Nothing where it depends on which of this computer's names the visitor uses.
    std::optional<Origin> const& origin() const { return m_origin; }

    // Ours, as the visitor sees it; the Host header must be ours.
    std::string origin(std::string_view host_header) const;

    // The visitor's address: that of the peer, or the last one of X-Forwarded-For, which the proxy itself wrote: what
    // stands before it anybody can have made up. An IPv4 address that came as IPv6 is written as IPv4.
    std::string remote(std::string_view peer, std::string_view forwarded_for) const;

    // Whether the visitor's browser speaks https. A proxy that does not say is taken to lead only https here.
    bool is_secure(std::string_view forwarded_proto) const;

    // For messages: "localhost and 127.0.0.1", "https://rodtrad.example.se".
    std::string text() const;

private:
    enum class Way : std::uint8_t { straight, through_proxy };
    PublicAddress(std::optional<Origin> origin, Way way) : m_origin{std::move(origin)}, m_way{way} {}

    std::optional<Origin> m_origin; // nothing: this computer
    Way m_way;
};

} // namespace rodtrad::web
