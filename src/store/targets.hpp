#pragma once

#include "domain/target.hpp"
#include "store/versions.hpp"

namespace rodtrad::store {

// By measure, unit, group and period; of one measure alone where it is asked for.
std::vector<domain::Target> standing_targets(Connection& connection, std::optional<domain::MeasureId> only = {});

class TargetWriter {
public:
    TargetWriter(Connection& connection, domain::DeliveryId delivery);
    // Replaces what the same delivery has said of the same measure, unit, group and period before.
    void write(domain::Target const& target, domain::MeasureId measure, domain::UnitId unit, domain::GroupId group);

private:
    domain::DeliveryId m_delivery;
    std::unique_ptr<Statement> m_write;
};

} // namespace rodtrad::store
