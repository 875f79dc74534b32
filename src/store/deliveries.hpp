#pragma once

#include "domain/delivery.hpp"
#include "store/connection.hpp"

#include <set>
#include <utility>
#include <vector>

namespace rodtrad::store {

std::vector<domain::Delivery> all_deliveries(Connection& connection); // newest first
// Each delivery with the number of its rows among the observations.
std::vector<std::pair<domain::Delivery, std::int64_t>> figures_by_delivery(Connection& connection);
std::set<domain::DeliveryId> undone_deliveries(Connection& connection);

domain::DeliveryId begin_delivery(Connection& connection, base::Instant received, std::string_view source);
void end_delivery(Connection& connection, domain::DeliveryId delivery, std::string_view format,
                  domain::DeliveryCounts const& counts);
void mark_undone(Connection& connection, domain::DeliveryId delivery, base::Instant undone);

class ComplaintWriter {
public:
    ComplaintWriter(Connection& connection, domain::DeliveryId delivery);
    void write(domain::Complaint const& complaint);

private:
    domain::DeliveryId m_delivery;
    std::int64_t m_written = 0;
    std::unique_ptr<Statement> m_write;
};
std::vector<domain::Complaint> complaints_of(Connection& connection, domain::DeliveryId delivery); // in their order

} // namespace rodtrad::store
