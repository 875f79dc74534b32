#include "store/calendar_tokens.hpp"

namespace rodtrad::store {

void write_calendar_token(Connection& connection, domain::PersonId person, std::string_view digest) {
    connection
        .prepare("insert into credential (person, calendar_token) values (?, nullif(?, '')) "
                 "on conflict (person) do update set calendar_token = excluded.calendar_token")
        ->bind(1, person.value())
        .bind(2, digest)
        .run();
}

bool has_calendar_token(Connection& connection, domain::PersonId person) {
    auto const row = connection.prepare("select 1 from credential where person = ? and calendar_token is not null");
    return row->bind(1, person.value()).step();
}

std::optional<domain::PersonId> find_by_calendar_token(Connection& connection, std::string_view digest) {
    auto const row = connection.prepare("select person from credential where calendar_token = ?");
    if (!row->bind(1, digest).step()) return {};
    return domain::PersonId{row->integer(0)};
}

} // namespace rodtrad::store
