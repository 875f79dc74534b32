#pragma once

#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <optional>
#include <string_view>

// Digests of the secrets in the addresses of people's calendars; kept beside their passwords.
namespace rodtrad::store {

// Within a write transaction. Empty: the person has no calendar from then on.
void write_calendar_token(Connection& connection, domain::PersonId person, std::string_view digest);
bool has_calendar_token(Connection& connection, domain::PersonId person);
std::optional<domain::PersonId> find_by_calendar_token(Connection& connection, std::string_view digest);

} // namespace rodtrad::store
