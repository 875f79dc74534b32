#pragma once

#include <span>
#include <string_view>

namespace rodtrad::store::sqlite {

// The files of sqlite/migrations in the order of their numbers, put into the program when it is built.
// A migration that has been released is never changed: a new one follows it.
std::span<std::string_view const> migrations();

} // namespace rodtrad::store::sqlite
