#pragma once

#include "mail/letter.hpp"

#include <chrono>
#include <string>

namespace rodtrad::mail {

// A mail server that takes letters.
struct Server {
    std::string url;  // smtp://host:port, encrypted where the server offers it (STARTTLS); smtps://host:port, always
    std::string user; // empty: without signing in
    std::string password; // given only over an encrypted connection
    std::string hello;    // the name to greet with (EHLO); empty: this machine's
    std::string ca_file;  // certificates to trust instead of the machine's own; empty: the machine's
    std::chrono::seconds connect_timeout{10};
    std::chrono::seconds timeout{60}; // for one letter, all in all
};

// Gives the letter to the server, on a connection of its own. Once it returns the server has taken the letter.
// Throws base::Error where the letter cannot be written (to_message), the address is not of SMTP, or the server cannot
// be reached, is not who it says it is, or does not take the letter.
void send(Letter const& letter, Server const& server);

} // namespace rodtrad::mail
