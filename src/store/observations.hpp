#pragma once

#include "domain/ids.hpp"
#include "domain/outcome.hpp"
#include "domain/period.hpp"
#include "store/connection.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace rodtrad::store {

// A row of figures along time: measure × unit × group.
using SeriesId = base::Id<struct SeriesTag>;
struct Series {
    SeriesId id;
    domain::MeasureId measure;
    domain::UnitId unit;
    domain::GroupId group;
};
std::vector<Series> all_series(Connection& connection); // by id
std::vector<Series> series_of(Connection& connection, domain::MeasureId measure);

struct Observation {
    SeriesId series;
    domain::Period period;
    domain::DeliveryId delivery;
    domain::Outcome outcome;
};

// Every figure that stands now, by series and period: one pass over the table.
void each_standing_observation(Connection& connection, std::function<void(Observation const&)> const& take);
// The same of one measure alone, with the series each belongs to.
void each_standing_observation_of(Connection& connection, domain::MeasureId measure,
                                  std::function<void(Series const&, Observation const&)> const& take);

// Reads the versions of single series.
class ObservationReader {
public:
    explicit ObservationReader(Connection& connection);
    // All versions by period, then delivery; those of undone deliveries too.
    std::vector<Observation> versions(SeriesId series);

private:
    std::unique_ptr<Statement> m_select;
};

// The newest version of one figure first, those of undone deliveries left out.
std::vector<Observation> history(Connection& connection, domain::MeasureId measure, domain::UnitId unit,
                                 std::string_view group, domain::Period period);
// What kind of period the measure's figures are for; nothing where there are none.
std::optional<domain::Periodicity> periodicity_of(Connection& connection, domain::MeasureId measure);
std::optional<domain::DeliveryId> latest_delivery(Connection& connection, domain::MeasureId measure,
                                                  domain::UnitId unit);

// Appends the figures of one delivery.
class ObservationWriter {
public:
    ObservationWriter(Connection& connection, domain::DeliveryId delivery);
    SeriesId add_series(domain::MeasureId measure, domain::UnitId unit, domain::GroupId group);
    // Each (series, period) once; quickest in that order.
    void write(SeriesId series, domain::Period period, domain::Outcome const& outcome);
    void finish();

private:
    Connection& m_connection;
    domain::DeliveryId m_delivery;
    std::unique_ptr<Statement> m_add_series;
    std::unique_ptr<BulkWriter> m_rows;
};

} // namespace rodtrad::store
