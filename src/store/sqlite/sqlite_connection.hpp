#pragma once

#include "store/connection.hpp"

#include <filesystem>
#include <memory>

namespace rodtrad::store::sqlite {

enum class Access : std::uint8_t { create, existing };
// How long to wait for others that write.
enum class Patience : std::uint8_t { none, ten_seconds };

// Opens a database file (WAL, every commit on disk before it returns, foreign keys on).
// Throws DatabaseError with what to do where it cannot be opened.
std::unique_ptr<Connection> connect(std::filesystem::path const& file, Access access,
                                    Patience patience = Patience::ten_seconds);

} // namespace rodtrad::store::sqlite
