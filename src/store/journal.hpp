#pragma once

#include "base/instant.hpp"
#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::store {

// One line of the journal: who did what, when and why, and how the thing read before and after. The journal is only
// ever appended to; each line carries a digest of itself and of the line before, so that a line that was changed or
// taken away afterwards shows.
struct JournalEntry {
    std::int64_t number = 0; // from 1, without gaps
    base::Instant at{};
    std::optional<domain::PersonId> person; // nothing: the command line
    std::string actor;                      // name as it was then: "Anna Ek", "rodtrad import"
    std::string action;                     // "goal.adopt", "delivery", "sign_in"
    std::string kind;                       // table of the record it is about; may be empty
    std::int64_t record = 0;                // its id
    std::string before;                     // JSON; empty where there was nothing
    std::string after;                      // JSON; empty where it is not to be kept (a password, a private note)
    std::string reason;
    std::string previous; // digest of the line before; empty for the first
    std::string digest;   // SHA-256, hexadecimal, of all of the above

    bool operator==(JournalEntry const&) const = default;
};

// Appends: fills in the number and the digests. To be called within a write transaction.
void append(Connection& connection, JournalEntry entry);

// As it was exported, digests and all. To be called within a write transaction, in order.
void restore(Connection& connection, JournalEntry const& entry);

// Which line is the newest: number 0 and no digest for an empty journal.
struct JournalPosition {
    std::int64_t number = 0;
    std::string digest;
    bool operator==(JournalPosition const&) const = default;
};
JournalPosition newest_position(Connection& connection);
// Whether the journal has that very line: another database, or one restored from a backup, has not.
bool has_position(Connection& connection, JournalPosition const& position);

// Those after a number, oldest first.
std::vector<JournalEntry> entries_after(Connection& connection, std::int64_t number);
// What happened to one record, oldest first.
std::vector<JournalEntry> entries_of(Connection& connection, std::string_view kind, std::int64_t record);
// A page of the journal, newest first: those before a number (nothing: from the newest), at most so many.
struct JournalFilter {
    std::optional<domain::PersonId> person; // who did it
    std::string kind;                       // of record; empty: any
};
std::vector<JournalEntry> entries_before(Connection& connection, std::optional<std::int64_t> number, int at_most,
                                         JournalFilter const& filter);
// Every kind of record that the journal tells of.
std::vector<std::string> kinds_in_journal(Connection& connection);

// What is wrong with the chain, in plain words; empty where every line is as it was written.
std::vector<std::string> journal_problems(Connection& connection);

} // namespace rodtrad::store
