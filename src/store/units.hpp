#pragma once

#include "domain/unit.hpp"
#include "store/versions.hpp"

namespace rodtrad::store {

using StandingUnit = Standing<domain::UnitId, domain::Unit>;

std::vector<StandingUnit> standing_units(Connection& connection); // by id

class UnitWriter {
public:
    UnitWriter(Connection& connection, domain::DeliveryId delivery);
    domain::UnitId id_of(std::string_view code) { return domain::UnitId{m_identities.id_of(code)}; }
    // Replaces what the same delivery has said of the unit before.
    void write(domain::Unit const& unit);

private:
    domain::DeliveryId m_delivery;
    Identities m_identities;
    std::unique_ptr<Statement> m_write;
};

} // namespace rodtrad::store
