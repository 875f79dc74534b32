#include "store/changes.hpp"

namespace rodtrad::store {

Moment moment(Connection& connection) {
    auto const row = connection.prepare("select revision, token from change order by revision desc limit 1");
    if (!row->step())
        throw DatabaseError(Problem::damaged, "the database has lost its revision: restore it from a backup");
    return {row->integer(0), std::string{row->text(1)}};
}

void count_change(Connection& connection, std::optional<domain::DeliveryId> delivery) {
    auto const statement = connection.prepare("insert into change (token, delivery) "
                                              "values (lower(hex(randomblob(16))), ?)");
    delivery ? statement->bind(1, delivery->value()) : statement->bind_null(1);
    statement->run();
}

void write_touched(Connection& connection, domain::DeliveryId delivery, Touched const& touched) {
    connection.prepare("update delivery set touches_all = ? where id = ?")
        ->bind(1, std::int64_t{touched.is_everything})
        .bind(2, delivery.value())
        .run();
    auto const write = connection.prepare("insert into delivery_measure (delivery, measure) values (?, ?)");
    for (auto const measure : touched.measures) write->bind(1, delivery.value()).bind(2, measure.value()).run();
}

Touched touched_since(Connection& connection, Moment const& since) {
    auto const known = connection.prepare("select 1 from change where revision = ? and token = ?");
    if (!known->bind(1, since.revision).bind(2, since.token).step()) return {.is_everything = true, .measures = {}};
    auto const wide = connection.prepare("select 1 from change c join delivery d on d.id = c.delivery "
                                         "where c.revision > ? and d.touches_all = 1 limit 1");
    if (wide->bind(1, since.revision).step()) return {.is_everything = true, .measures = {}};

    Touched touched;
    auto const row = connection.prepare("select m.measure from change c join delivery_measure m "
                                        "on m.delivery = c.delivery where c.revision > ?");
    row->bind(1, since.revision);
    while (row->step()) touched.measures.insert(domain::MeasureId{row->integer(0)});
    return touched;
}

} // namespace rodtrad::store
