#include "store/observations.hpp"

#include "store/deliveries.hpp"
#include "store/versions.hpp"

#include <fmt/format.h>

#include <array>

namespace rodtrad::store {

namespace {

// As written in the observation table; never renumber.
enum class State : std::uint8_t { measured = 0, preliminary = 1, missing = 2, not_applicable = 3, confidential = 4 };

State state_of(domain::Outcome const& outcome) {
    if (auto const* measured = std::get_if<domain::Measured>(&outcome))
        return measured->is_preliminary ? State::preliminary : State::measured;
    if (std::holds_alternative<domain::Missing>(outcome)) return State::missing;
    if (std::holds_alternative<domain::NotApplicable>(outcome)) return State::not_applicable;
    return State::confidential;
}

// Columns from `first`: state, value, numerator, denominator.
domain::Outcome outcome_at(Statement const& row, int first) {
    auto const state = static_cast<State>(row.integer(first));
    switch (state) {
    case State::missing:
        return domain::Missing{};
    case State::not_applicable:
        return domain::NotApplicable{};
    case State::confidential:
        return domain::Confidential{};
    case State::measured:
    case State::preliminary:
        break;
    }
    domain::Measured measured{
        .value = row.real(first + 1), .counts = {}, .is_preliminary = state == State::preliminary};
    if (!row.is_null(first + 2)) measured.counts = domain::Counts{row.real(first + 2), row.real(first + 3)};
    return measured;
}

domain::Period period_at(Statement const& row, int column) {
    auto const period = domain::Period::from_code(static_cast<std::int32_t>(row.integer(column)));
    if (!period)
        throw DatabaseError(Problem::damaged,
                            fmt::format("the database holds a figure for the period {}, which does not exist: "
                                        "restore it from a backup",
                                        row.integer(column)));
    return *period;
}

Observation observation_at(Statement const& row) {
    return {SeriesId{row.integer(0)}, period_at(row, 1), domain::DeliveryId{row.integer(2)}, outcome_at(row, 3)};
}

constexpr std::array<std::string_view, 7> observation_columns{"series", "period",    "delivery",   "state",
                                                              "value",  "numerator", "denominator"};

} // namespace

std::vector<Series> all_series(Connection& connection) {
    auto const row = connection.prepare("select id, measure, unit, subgroup from series order by id");
    std::vector<Series> series;
    while (row->step())
        series.push_back({SeriesId{row->integer(0)}, domain::MeasureId{row->integer(1)},
                          domain::UnitId{row->integer(2)}, domain::GroupId{row->integer(3)}});
    return series;
}

std::vector<Series> series_of(Connection& connection, domain::MeasureId measure) {
    auto const row = connection.prepare("select id, unit, subgroup from series where measure = ? order by id");
    row->bind(1, measure.value());
    std::vector<Series> series;
    while (row->step())
        series.push_back(
            {SeriesId{row->integer(0)}, measure, domain::UnitId{row->integer(1)}, domain::GroupId{row->integer(2)}});
    return series;
}

namespace {

// Versions of a figure follow each other, the newest last: what stands is known when the next figure begins.
void each_standing(Connection& connection, Statement& row, std::function<void(Observation const&)> const& take) {
    auto const undone = undone_deliveries(connection);
    std::optional<Observation> standing;
    while (row.step()) {
        auto const observation = observation_at(row);
        if (undone.contains(observation.delivery)) continue;
        if (standing && (standing->series != observation.series || standing->period != observation.period))
            take(*standing);
        standing = observation;
    }
    if (standing) take(*standing);
}

} // namespace

void each_standing_observation(Connection& connection, std::function<void(Observation const&)> const& take) {
    auto const row = connection.prepare("select series, period, delivery, state, value, numerator, denominator "
                                        "from observation order by series, period, delivery");
    each_standing(connection, *row, take);
}

void each_standing_observation_of(Connection& connection, domain::MeasureId measure,
                                  std::function<void(Series const&, Observation const&)> const& take) {
    auto const all = series_of(connection, measure);
    auto const row = connection.prepare(
        "select o.series, o.period, o.delivery, o.state, o.value, o.numerator, o.denominator from series s "
        "join observation o on o.series = s.id where s.measure = ? order by o.series, o.period, o.delivery");
    row->bind(1, measure.value());
    auto series = all.begin();
    each_standing(connection, *row, [&](Observation const& observation) {
        while (series->id != observation.series) ++series; // both come by series
        take(*series, observation);
    });
}

ObservationReader::ObservationReader(Connection& connection)
    : m_select{connection.prepare("select series, period, delivery, state, value, numerator, denominator "
                                  "from observation where series = ? order by period, delivery")} {}

std::vector<Observation> ObservationReader::versions(SeriesId series) {
    std::vector<Observation> versions;
    m_select->bind(1, series.value());
    while (m_select->step()) versions.push_back(observation_at(*m_select));
    m_select->reset();
    return versions;
}

std::vector<Observation> history(Connection& connection, domain::MeasureId measure, domain::UnitId unit,
                                 std::string_view group, domain::Period period) {
    auto const row = connection.prepare(
        "select o.series, o.period, o.delivery, o.state, o.value, o.numerator, o.denominator from observation o "
        "join series s on s.id = o.series join subgroup g on g.id = s.subgroup join delivery d on d.id = o.delivery "
        "where s.measure = ? and s.unit = ? and g.code = ? and o.period = ? and d.undone is null order by o.delivery "
        "desc");
    row->bind(1, measure.value()).bind(2, unit.value()).bind(3, group).bind(4, std::int64_t{period.code()});
    std::vector<Observation> versions;
    while (row->step()) versions.push_back(observation_at(*row));
    return versions;
}

std::optional<domain::Periodicity> periodicity_of(Connection& connection, domain::MeasureId measure) {
    auto const row =
        connection.prepare("select o.period from series s join observation o on o.series = s.id "
                           "join delivery d on d.id = o.delivery where s.measure = ? and d.undone is null limit 1");
    row->bind(1, measure.value());
    if (!row->step()) return {};
    return period_at(*row, 0).periodicity();
}

std::optional<domain::DeliveryId> latest_delivery(Connection& connection, domain::MeasureId measure,
                                                  domain::UnitId unit) {
    auto const row = connection.prepare("select max(o.delivery) from series s join observation o on o.series = s.id "
                                        "join delivery d on d.id = o.delivery "
                                        "where s.measure = ? and s.unit = ? and d.undone is null");
    row->bind(1, measure.value()).bind(2, unit.value());
    if (!row->step() || row->is_null(0)) return {};
    return domain::DeliveryId{row->integer(0)};
}

ObservationWriter::ObservationWriter(Connection& connection, domain::DeliveryId delivery)
    : m_connection{connection}, m_delivery{delivery},
      m_add_series{connection.prepare("insert into series (measure, unit, subgroup) values (?, ?, ?)")},
      m_rows{connection.append_to("observation", observation_columns)} {}

SeriesId ObservationWriter::add_series(domain::MeasureId measure, domain::UnitId unit, domain::GroupId group) {
    m_add_series->bind(1, measure.value()).bind(2, unit.value()).bind(3, group.value()).run();
    return SeriesId{m_connection.last_id()};
}

void ObservationWriter::write(SeriesId series, domain::Period period, domain::Outcome const& outcome) {
    m_rows->integer(series.value());
    m_rows->integer(period.code());
    m_rows->integer(m_delivery.value());
    m_rows->integer(static_cast<std::int64_t>(state_of(outcome)));
    auto const* measured = std::get_if<domain::Measured>(&outcome);
    if (measured == nullptr) {
        m_rows->null();
        m_rows->null();
        m_rows->null();
        return;
    }
    m_rows->real(measured->value);
    if (measured->counts) {
        m_rows->real(measured->counts->numerator);
        m_rows->real(measured->counts->denominator);
    } else {
        m_rows->null();
        m_rows->null();
    }
}

void ObservationWriter::finish() { m_rows->finish(); }

} // namespace rodtrad::store
