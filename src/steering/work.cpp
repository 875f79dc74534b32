#include "steering/work.hpp"

#include <algorithm>

namespace rodtrad::steering {

void Work::require_in_any(plan::Right right, std::vector<std::string> const& units) const {
    bool const is_allowed = std::ranges::any_of(units, [&](std::string const& unit) { return may(right, unit); });
    if (!is_allowed) throw Forbidden{right, units.empty() ? std::string{} : units.front()};
}

domain::PersonId Work::require_person() const {
    if (!person()) throw Forbidden{plan::Right::take_part, {}};
    return *person();
}

void Work::write(store::JournalEntry entry, std::string_view action, std::string_view reason) {
    entry.at = m_by.at;
    entry.person = m_by.actor.person();
    entry.actor = m_by.actor.name();
    entry.action = action;
    entry.reason = reason;
    store::append(m_connection, std::move(entry));
    m_has_written = true;
}

} // namespace rodtrad::steering
