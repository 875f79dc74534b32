#pragma once

#include "web/http.hpp"

#include <string_view>

namespace rodtrad::web {

// The headers that every answer carries, errors too: nothing from elsewhere is loaded, no script or style stands in a
// page, no one frames it, and no address of ours is told to another site.
void add_security_headers(Response& response);

// Whether a Host header names this computer itself, with or without a port. The port may be any: it differs through
// an SSH tunnel, and it is the name that tells a foreign page from ours.
bool is_this_computer(std::string_view host);

// Whether a request that changes something was sent by one of our own pages, and not by another site that has the
// reader's browser send it (OWASP: Fetch Metadata, else the Origin). One that tells neither is refused.
bool is_from_own_page(Request const& request);

} // namespace rodtrad::web
