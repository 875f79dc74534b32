#include "store/digests_sent.hpp"

namespace rodtrad::store {

bool write_digest_sent(Connection& connection, domain::PersonId person, base::Date day) {
    auto const date = base::to_text(day);
    auto const row = connection.prepare("insert into digest_sent (person, day) values (?, ?) "
                                        "on conflict do nothing returning person");
    return row->bind(1, person.value()).bind(2, date).step();
}

void forget_digest_sent(Connection& connection, domain::PersonId person, base::Date day) {
    auto const date = base::to_text(day);
    connection.prepare("delete from digest_sent where person = ? and day = ?")
        ->bind(1, person.value())
        .bind(2, date)
        .run();
}

std::unordered_map<domain::PersonId, base::Date> latest_digests(Connection& connection) {
    std::unordered_map<domain::PersonId, base::Date> latest;
    auto const row = connection.prepare("select person, max(day) from digest_sent group by person");
    while (row->step())
        if (auto const day = base::to_date(row->text(1))) latest.emplace(domain::PersonId{row->integer(0)}, *day);
    return latest;
}

} // namespace rodtrad::store
