#pragma once

#include "store/connection.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::store {

// What was set for the whole organisation, by name; nothing where it never was.
std::optional<std::string> find_setting(Connection& connection, std::string_view name);
// To be called within a write transaction.
void write_setting(Connection& connection, std::string_view name, std::string_view value);

} // namespace rodtrad::store
