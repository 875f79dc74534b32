#include "store/deliveries.hpp"

#include <map>

namespace rodtrad::store {

std::vector<domain::Delivery> all_deliveries(Connection& connection) {
    auto const row = connection.prepare("select id, received, undone, source, format, rows, added, revised, unchanged, "
                                        "left_out, figures, without_value, complaints from delivery order by id desc");
    std::vector<domain::Delivery> deliveries;
    while (row->step()) {
        domain::Delivery delivery{.id = domain::DeliveryId{row->integer(0)},
                                  .received = base::to_instant(row->text(1)),
                                  .undone = {},
                                  .source = std::string{row->text(3)},
                                  .format = std::string{row->text(4)},
                                  .counts = {.rows = row->integer(5),
                                             .added = row->integer(6),
                                             .revised = row->integer(7),
                                             .unchanged = row->integer(8),
                                             .left_out = row->integer(9),
                                             .figures = row->integer(10),
                                             .without_value = row->integer(11),
                                             .complaints = row->integer(12)}};
        if (!row->is_null(2)) delivery.undone = base::to_instant(row->text(2));
        deliveries.push_back(std::move(delivery));
    }
    return deliveries;
}

std::vector<std::pair<domain::Delivery, std::int64_t>> figures_by_delivery(Connection& connection) {
    std::map<std::int64_t, std::int64_t> figures;
    auto const row = connection.prepare("select delivery, count(*) from observation group by delivery");
    while (row->step()) figures[row->integer(0)] = row->integer(1);
    std::vector<std::pair<domain::Delivery, std::int64_t>> result;
    for (auto& delivery : all_deliveries(connection)) {
        auto const count = figures[delivery.id.value()];
        result.emplace_back(std::move(delivery), count);
    }
    return result;
}

std::set<domain::DeliveryId> undone_deliveries(Connection& connection) {
    auto const row = connection.prepare("select id from delivery where undone is not null");
    std::set<domain::DeliveryId> undone;
    while (row->step()) undone.insert(domain::DeliveryId{row->integer(0)});
    return undone;
}

domain::DeliveryId begin_delivery(Connection& connection, base::Instant received, std::string_view source) {
    auto const time = base::to_text(received);
    connection.prepare("insert into delivery (received, source, format) values (?, ?, '')")
        ->bind(1, time)
        .bind(2, source)
        .run();
    return domain::DeliveryId{connection.last_id()};
}

void end_delivery(Connection& connection, domain::DeliveryId delivery, std::string_view format,
                  domain::DeliveryCounts const& counts) {
    connection
        .prepare("update delivery set format = ?, rows = ?, added = ?, revised = ?, unchanged = ?, left_out = ?, "
                 "figures = ?, without_value = ?, complaints = ? where id = ?")
        ->bind(1, format)
        .bind(2, counts.rows)
        .bind(3, counts.added)
        .bind(4, counts.revised)
        .bind(5, counts.unchanged)
        .bind(6, counts.left_out)
        .bind(7, counts.figures)
        .bind(8, counts.without_value)
        .bind(9, counts.complaints)
        .bind(10, delivery.value())
        .run();
}

void mark_undone(Connection& connection, domain::DeliveryId delivery, base::Instant undone) {
    auto const time = base::to_text(undone);
    connection.prepare("update delivery set undone = ? where id = ?")->bind(1, time).bind(2, delivery.value()).run();
}

ComplaintWriter::ComplaintWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery},
      m_write{connection.prepare("insert into complaint (delivery, position, file, row, column_name, content, problem, "
                                 "remedy, is_left_out) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")} {}

void ComplaintWriter::write(domain::Complaint const& complaint) {
    m_write->bind(1, m_delivery.value()).bind(2, ++m_written).bind(3, complaint.file).bind(4, complaint.row);
    m_write->bind(5, complaint.column).bind(6, complaint.text).bind(7, complaint.problem).bind(8, complaint.remedy);
    m_write->bind(9, std::int64_t{complaint.outcome == domain::Complaint::Outcome::left_out}).run();
}

std::vector<domain::Complaint> complaints_of(Connection& connection, domain::DeliveryId delivery) {
    auto const row = connection.prepare("select file, row, column_name, content, problem, remedy, is_left_out "
                                        "from complaint where delivery = ? order by position");
    row->bind(1, delivery.value());
    std::vector<domain::Complaint> complaints;
    while (row->step())
        complaints.push_back({.file = std::string{row->text(0)},
                              .row = row->integer(1),
                              .column = std::string{row->text(2)},
                              .text = std::string{row->text(3)},
                              .problem = std::string{row->text(4)},
                              .remedy = std::string{row->text(5)},
                              .outcome = row->integer(6) != 0 ? domain::Complaint::Outcome::left_out
                                                              : domain::Complaint::Outcome::noted});
    return complaints;
}

} // namespace rodtrad::store
