#pragma once

#include "base/instant.hpp"
#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::store {

// Where a person is signed in. What changes something is to be called within a write transaction.
struct Session {
    std::string token; // digest of the secret in the browser's cookie
    domain::PersonId person;
    std::string csrf; // the secret in every form of this session
    base::Instant created;
    base::Instant last_seen;
    base::Instant expires; // however much it is used
    std::string device;    // what the browser says it is
};

void write_session(Connection& connection, Session const& session);
std::optional<Session> find_session(Connection& connection, std::string_view token);
std::vector<Session> sessions_of(Connection& connection, domain::PersonId person); // latest seen first
void mark_seen(Connection& connection, std::string_view token, base::Instant at);

void end_session(Connection& connection, std::string_view token);
// All but the one with this digest; empty: all.
void end_sessions_of(Connection& connection, domain::PersonId person, std::string_view but);
void end_sessions_before(Connection& connection, base::Instant last_seen, base::Instant expires);

} // namespace rodtrad::store
