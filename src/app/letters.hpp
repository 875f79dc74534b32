#pragma once

#include "base/instant.hpp"
#include "base/log.hpp"
#include "mail/post.hpp"
#include "steering/organisation.hpp"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace rodtrad::app {

// How letters leave, as it was given on the command line; the password comes from RODTRAD_MAIL_PASSWORD alone, so that
// it is not seen in a list of what runs.
struct MailOptions {
    std::string url;  // smtp://host:port; empty: no letters leave
    std::string from; // the address they come from
    std::string user;
    std::string ca_file;
};
void add_mail_options(CLI::App& command, MailOptions& options);

// Where letters go, who they are from, and where their links lead.
struct PostOffice {
    mail::Server server;
    std::string from;
    std::string site; // the origin of the pages: "https://rodtrad.example.se"
};
// Nothing where no letters leave. Throws base::UsageError where half of it is said.
std::optional<PostOffice> to_post_office(MailOptions const& options, std::string site);

struct LetterRound {
    int sent = 0;
    int failed = 0;            // told in the log; they are tried the next day
    bool is_cut_short = false; // the server took none of several in a row
};

// Sends each person the letter that is due today.
LetterRound send_letters(steering::Organisation& organisation, PostOffice const& post_office, base::Log& log,
                         base::Instant now);

// The same letters, as text, with whom they are for; nothing is sent.
std::string letters_in_text(steering::Organisation& organisation, std::string_view site, base::Instant now);

} // namespace rodtrad::app
