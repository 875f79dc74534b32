#include "store/measures.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace rodtrad::store {

std::vector<StandingMeasure> standing_measures(Connection& connection, std::optional<domain::MeasureId> only) {
    auto const statement = connection.prepare(fmt::format(
        "select v.measure, v.delivery, m.code, v.title, v.title_en, v.definition, v.unit_of_measure, v.kind, "
        "v.multiplier, "
        "v.polarity, v.aggregation, v.periodicity, v.level, v.perspective, v.area, v.source, v.owner, v.people, "
        "v.min_effect, v.decimals, v.weight, v.conditions "
        "from measure_version v join measure m on m.id = v.measure join delivery d on d.id = v.delivery "
        "where d.undone is null{}order by v.measure, v.delivery",
        only_of(only)));
    bind_only(*statement, only);
    return newest_of_each<domain::MeasureId, domain::Measure>(*statement, [](Statement const& row) {
        domain::Measure measure;
        measure.code = row.text(2);
        measure.title = row.text(3);
        measure.title_en = row.text(4);
        measure.definition = row.text(5);
        measure.unit_of_measure = row.text(6);
        measure.kind = domain::to_value_kind(row.text(7)).value_or(domain::ValueKind::other);
        measure.multiplier = row.real(8);
        measure.polarity = domain::to_polarity(row.text(9)).value_or(domain::Direction::neutral);
        measure.aggregation = domain::to_aggregation(row.text(10)).value_or(domain::Aggregation::none);
        if (!row.is_null(11)) measure.periodicity = domain::to_periodicity(row.text(11));
        measure.level = domain::to_measure_level(row.text(12)).value_or(domain::MeasureLevel::operational);
        measure.perspective = row.text(13);
        measure.area = row.text(14);
        measure.source = row.text(15);
        measure.owner = row.text(16);
        measure.people = row.text(17);
        measure.min_effect = optional_real(row, 18);
        if (!row.is_null(19)) measure.decimals = static_cast<int>(row.integer(19));
        measure.weight = row.real(20);
        auto const conditions = boost::json::parse(row.text(21));
        for (auto const& code : conditions.as_array()) measure.conditions.emplace_back(code.as_string());
        return measure;
    });
}

MeasureWriter::MeasureWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery}, m_identities{connection, "measure"},
      m_write{connection.prepare(
          "insert into measure_version (measure, delivery, title, title_en, definition, unit_of_measure, kind, "
          "multiplier, "
          "polarity, aggregation, periodicity, level, perspective, area, source, owner, people, min_effect, decimals, "
          "weight, conditions) "
          "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "on conflict (measure, delivery) do update set title = excluded.title, title_en = excluded.title_en, "
          "definition = excluded.definition, unit_of_measure = excluded.unit_of_measure, kind = excluded.kind, "
          "multiplier = excluded.multiplier, polarity = excluded.polarity, aggregation = excluded.aggregation, "
          "periodicity = excluded.periodicity, level = excluded.level, perspective = excluded.perspective, "
          "area = excluded.area, source = excluded.source, owner = excluded.owner, people = excluded.people, "
          "min_effect = excluded.min_effect, decimals = excluded.decimals, weight = excluded.weight, "
          "conditions = excluded.conditions")} {}

void MeasureWriter::write(domain::Measure const& measure) {
    auto const polarity = domain::to_text(measure.polarity);
    auto const conditions = boost::json::serialize(boost::json::value_from(measure.conditions));
    m_write->bind(1, id_of(measure.code).value()).bind(2, m_delivery.value());
    m_write->bind(3, measure.title).bind(4, measure.title_en).bind(5, measure.definition);
    m_write->bind(6, measure.unit_of_measure).bind(7, domain::to_text(measure.kind)).bind(8, measure.multiplier);
    m_write->bind(9, polarity).bind(10, domain::to_text(measure.aggregation));
    measure.periodicity ? m_write->bind(11, domain::to_text(*measure.periodicity)) : m_write->bind_null(11);
    m_write->bind(12, domain::to_text(measure.level)).bind(13, measure.perspective).bind(14, measure.area);
    m_write->bind(15, measure.source).bind(16, measure.owner).bind(17, measure.people);
    bind_optional(*m_write, 18, measure.min_effect);
    measure.decimals ? m_write->bind(19, std::int64_t{*measure.decimals}) : m_write->bind_null(19);
    m_write->bind(20, measure.weight).bind(21, conditions).run();
}

} // namespace rodtrad::store
