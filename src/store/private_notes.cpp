#include "store/private_notes.hpp"

#include "store/records.hpp"

namespace rodtrad::store {

std::optional<domain::PrivateNote> find_private_note(Connection& connection, domain::GoalId goal,
                                                     domain::PersonId person) {
    auto const row = connection.prepare("select max(id) from private_note where goal = ? and by = ?");
    row->bind(1, goal.value()).bind(2, person.value()).step();
    if (row->is_null(0)) return {};
    return Records<domain::PrivateNote>{connection}.find(domain::PrivateNoteId{row->integer(0)});
}

} // namespace rodtrad::store
