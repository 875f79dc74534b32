#pragma once

#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::steering {

class Organisation;
class Work;
struct By;

// Accounts are the organisation's own: a user name and a password (argon2id), and a session for each browser in which
// one is signed in. Secrets leave these functions once, to be put in a cookie or an address; what is stored is their
// digests.

inline constexpr std::chrono::hours idle_session{12};         // a session that is not used for so long is over
inline constexpr std::chrono::hours longest_session{30 * 24}; // and one that is used, after so long
inline constexpr std::chrono::hours longest_link{48};         // a one-time link

// Who is behind a request.
struct SignedIn {
    domain::PersonId person;
    std::string csrf;    // the secret of every form of the session
    std::string session; // the digest of its token
};

// Nothing where the token is of no session, or of one that is over, or the person is no longer active.
std::optional<SignedIn> find_signed_in(Organisation& organisation, std::string_view token, base::Instant now);

struct SignInAttempt {
    std::string_view user_name;
    std::string_view password;
    std::string_view address; // of the visitor: "192.0.2.7"
    std::string_view device;  // what the browser says it is
};
struct SignInAnswer {
    std::string token;              // of a new session; empty: refused
    std::chrono::minutes to_wait{}; // refused because too many tries have failed: how long until the next
};
// The answer to a wrong name and to a wrong password is the same, and takes as long. After five failures for a name in
// a day, or a hundred from an address in an hour, one has to wait: a minute, then two, four, eight and at most fifteen.
SignInAnswer sign_in(Organisation& organisation, SignInAttempt const& attempt, base::Instant now);

// A new session, for who has proved who it is. Returns its token.
std::string begin_session(Work& work, domain::PersonId person, std::string_view device);

void sign_out(Work& work, std::string const& session);
// Everywhere but in this session; empty: everywhere.
void sign_out_elsewhere(Work& work, std::string const& session);

// Where the person is signed in, latest seen first.
struct Place {
    std::string device;
    base::Instant since;
    base::Instant last_seen;
    bool is_here = false;
};
std::vector<Place> places_of(Organisation& organisation, SignedIn const& who, base::Instant now);

// The own one. Throws Refused("old_password", …) where the old one is wrong, and ("new_password", …) where the new one
// will not do. Whoever was signed in elsewhere is so no longer.
void change_password(Organisation& organisation, By const& by, std::string const& session,
                     std::string_view old_password, std::string_view new_password);

// For a person who has no password yet, or has forgotten it: the secret of a link with which one chooses a password,
// once and within two days. Earlier links lead nowhere. By an administrator of all that the person may.
std::string make_link(Work& work, domain::PersonId person);
// Whom a link is for; nothing where it has been used, is too old, or never was.
std::optional<domain::PersonId> find_link(Organisation& organisation, std::string_view secret, base::Instant now);
// Gives the person this password and a session, and ends every other. Returns its token. Throws Refused.
std::string use_link(Organisation& organisation, std::string_view secret, std::string_view password,
                     std::string_view device, base::Instant now);

// Throws Refused(field, …) where the password will not do.
void check_new_password(std::string_view password, std::string_view user_name, std::string const& field);
// Stores it, as a hash that was made before the work began: to make one takes a tenth of a second. Whoever is signed in
// as the person is so no longer.
void set_password_hash(Work& work, domain::PersonId person, std::string_view hash);

bool can_anyone_sign_in(Organisation& organisation, base::Instant now);

} // namespace rodtrad::steering
