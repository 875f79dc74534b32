#pragma once

#include "domain/mark.hpp"
#include "store/versions.hpp"

namespace rodtrad::store {

// By measure, period, unit, group and kind; of one measure alone where it is asked for.
std::vector<domain::Mark> standing_marks(Connection& connection, std::optional<domain::MeasureId> only = {});

class MarkWriter {
public:
    MarkWriter(Connection& connection, domain::DeliveryId delivery);
    // Replaces what the same delivery has said of the same point before. No unit (group) means every one.
    void write(domain::Mark const& mark, domain::MeasureId measure, std::optional<domain::UnitId> unit,
               std::optional<domain::GroupId> group);

private:
    domain::DeliveryId m_delivery;
    std::unique_ptr<Statement> m_write;
};

} // namespace rodtrad::store
