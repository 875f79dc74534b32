#pragma once

#include "domain/measure.hpp"
#include "store/versions.hpp"

namespace rodtrad::store {

using StandingMeasure = Standing<domain::MeasureId, domain::Measure>;

// By id; of one measure alone where it is asked for.
std::vector<StandingMeasure> standing_measures(Connection& connection, std::optional<domain::MeasureId> only = {});

class MeasureWriter {
public:
    MeasureWriter(Connection& connection, domain::DeliveryId delivery);
    domain::MeasureId id_of(std::string_view code) { return domain::MeasureId{m_identities.id_of(code)}; }
    // Replaces what the same delivery has said of the measure before.
    void write(domain::Measure const& measure);

private:
    domain::DeliveryId m_delivery;
    Identities m_identities;
    std::unique_ptr<Statement> m_write;
};

} // namespace rodtrad::store
