#pragma once

#include "domain/dialogue.hpp"
#include "store/connection.hpp"

#include <optional>

namespace rodtrad::store {

// What a person has noted about a goal: read for that person alone.
std::optional<domain::PrivateNote> find_private_note(Connection& connection, domain::GoalId goal,
                                                     domain::PersonId person);

} // namespace rodtrad::store
