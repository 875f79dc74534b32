#pragma once

#include "base/instant.hpp"

#include <string>

namespace rodtrad::mail {

// A letter of plain text to one person.
struct Letter {
    std::string from;      // an address: rodtrad@example.org
    std::string from_name; // shown instead of the address; may be empty
    std::string to;        // an address
    std::string subject;
    std::string text; // UTF-8, lines end with \n
    base::Instant date;
    std::string id; // its Message-ID, without < >: something unique, @, the sender's domain
};

// The letter as it goes over the wire (RFC 5322): lines end with CR LF, all of it is ASCII: what is not, is encoded
// (RFC 2047, base64). Throws base::Error where a field cannot stand in a header: a line break or another control
// character in it, text that is not UTF-8, or an address that is none.
std::string to_message(Letter const& letter);

} // namespace rodtrad::mail
