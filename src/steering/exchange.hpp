#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace rodtrad::store {
class Connection;
}

// The whole organisation as a folder of open files, and back: a Tabular Data Package (datapackage.json, which says what
// every file and column is, and one CSV file for each table: UTF-8, comma, RFC 4180). Passwords and sessions stay
// behind.
namespace rodtrad::steering {

// Told the name of a table and how many rows of it have been written or read.
using ExchangeProgress = std::function<void(std::string_view table, std::int64_t rows)>;

// Writes everything the database holds, as it is at one moment, into a folder that is made for it. The same contents
// give the same bytes. Throws base::Error where the folder is there and not empty, or cannot be written; what was
// written by then is left for the person to look at.
void export_tables(store::Connection& connection, std::filesystem::path const& folder,
                   ExchangeProgress const& progress);

// Reads such a folder into an empty database; to be called within a write transaction, which the caller commits when it
// has seen that what the database then says holds together. What an earlier version wrote is understood: columns that
// it did not know are as in a new record. Throws base::Error with file, row and column where anything does not fit or
// was changed since it was written.
void restore_tables(store::Connection& connection, std::filesystem::path const& folder,
                    ExchangeProgress const& progress);

// Whether a folder is one that was exported.
bool is_export(std::filesystem::path const& folder);

} // namespace rodtrad::steering
