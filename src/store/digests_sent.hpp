#pragma once

#include "base/date.hpp"
#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <optional>
#include <unordered_map>

// Which letters a person has been sent, by day.
namespace rodtrad::store {

// Within a write transaction. False: one has been sent that day already.
[[nodiscard]] bool write_digest_sent(Connection& connection, domain::PersonId person, base::Date day);
// It was not sent after all.
void forget_digest_sent(Connection& connection, domain::PersonId person, base::Date day);

// The day of the latest to each who has been sent any.
std::unordered_map<domain::PersonId, base::Date> latest_digests(Connection& connection);

} // namespace rodtrad::store
