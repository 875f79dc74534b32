#pragma once

#include "store/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::steering {

class Organisation;
struct By;

// Which lines of the journal are asked for.
struct AuditQuestion {
    std::optional<domain::PersonId> person; // by whom; nothing: by anyone
    std::string kind;                       // of what: "goal", "person"; empty: of anything
    std::optional<std::int64_t> before;     // older than the line of this number
    int at_most = 50;
};
// Both are for administrators, of whatever branch, and throw Forbidden for others. Newest first.
std::vector<store::JournalEntry> journal_of(Organisation& organisation, By const& by, AuditQuestion const& question);
// Every kind of thing that the journal tells of, in order of the alphabet.
std::vector<std::string> kinds_in_journal(Organisation& organisation, By const& by);

} // namespace rodtrad::steering
