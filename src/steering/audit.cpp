#include "steering/audit.hpp"

#include "base/date.hpp"
#include "plan/rights.hpp"
#include "steering/organisation.hpp"
#include "steering/refusals.hpp"

namespace rodtrad::steering {

namespace {

void require_administrator(Organisation& organisation, By const& by) {
    auto const& person = by.actor.person();
    if (person && !plan::may_somewhere(*organisation.plan(), *person, plan::Right::administer, base::day_of(by.at)))
        throw Forbidden{plan::Right::administer, {}};
}

} // namespace

std::vector<store::JournalEntry> journal_of(Organisation& organisation, By const& by, AuditQuestion const& question) {
    require_administrator(organisation, by);
    std::vector<store::JournalEntry> entries;
    organisation.read([&](store::Connection& connection) {
        entries = store::entries_before(connection, question.before, question.at_most,
                                        {.person = question.person, .kind = question.kind});
    });
    return entries;
}

std::vector<std::string> kinds_in_journal(Organisation& organisation, By const& by) {
    require_administrator(organisation, by);
    std::vector<std::string> kinds;
    organisation.read([&](store::Connection& connection) { kinds = store::kinds_in_journal(connection); });
    return kinds;
}

} // namespace rodtrad::steering
