#pragma once

#include "base/instant.hpp"
#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What proves who a person is. Secrets are kept as digests (base/secret.hpp) and passwords as argon2id alone; none of
// it is exported or told in the journal. What changes something is to be called within a write transaction.
namespace rodtrad::store {

// The hash; nothing where the person has no password yet.
std::optional<std::string> password_hash_of(Connection& connection, domain::PersonId person);
void write_password_hash(Connection& connection, domain::PersonId person, std::string_view hash);

// Whether someone who is active has a password, or a link that still leads in.
bool can_anyone_sign_in(Connection& connection, base::Instant now);

// A link that lets a person choose a password, once.
struct OneTimeLink {
    std::string token; // digest of the secret in its address
    domain::PersonId person;
    base::Instant created;
    base::Instant expires;
    std::optional<base::Instant> used;
};
void write_link(Connection& connection, OneTimeLink const& link);
std::optional<OneTimeLink> find_link(Connection& connection, std::string_view token);
// Every link of the person that has not been used leads nowhere from then on.
void use_up_links(Connection& connection, domain::PersonId person, base::Instant at);

// Sign-ins that failed since a moment. `what`: the digest of a user name or of an address.
struct FailedSignIns {
    std::int64_t count = 0;
    std::optional<base::Instant> latest;
};
FailedSignIns failed_sign_ins(Connection& connection, std::string_view what, base::Instant since);
void write_failed_sign_in(Connection& connection, std::string_view what, base::Instant at);
// It did not fail after all: one that was written at the moment is taken away.
void take_back_failed_sign_in(Connection& connection, std::string_view what, base::Instant at);
void forget_failed_sign_ins(Connection& connection, std::string_view what);
void forget_failed_sign_ins_before(Connection& connection, base::Instant moment);

} // namespace rodtrad::store
