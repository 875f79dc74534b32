#pragma once

#include "web/http.hpp"

#include <cstdint>

namespace rodtrad::web {

enum class Connection : std::uint8_t { plain, secure }; // how the visitor's browser reaches us

// The headers that every answer carries, errors too: nothing from elsewhere is loaded, no script or style stands in a
// page, no one frames it, and no address of ours is told to another site. Who comes by https is to do so for a year.
void add_security_headers(Response& response, Connection connection);

// Whether a request that changes something was sent by one of our own pages, and not by another site that has the
// reader's browser send it (OWASP: Fetch Metadata, else the Origin). One that tells neither is refused.
bool is_from_own_page(Request const& request);

} // namespace rodtrad::web
