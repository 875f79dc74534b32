#include "steering/audit.hpp"

#include "steering/organisation.hpp"

namespace rodtrad::steering {

std::vector<store::JournalEntry> journal_of(Organisation& organisation, AuditQuestion const& question) {
    std::vector<store::JournalEntry> entries;
    organisation.read([&](store::Connection& connection) {
        entries = store::entries_before(connection, question.before, question.at_most,
                                        {.person = question.person, .kind = question.kind});
    });
    return entries;
}

std::vector<std::string> kinds_in_journal(Organisation& organisation) {
    std::vector<std::string> kinds;
    organisation.read([&](store::Connection& connection) { kinds = store::kinds_in_journal(connection); });
    return kinds;
}

} // namespace rodtrad::steering
