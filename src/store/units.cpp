#include "store/units.hpp"

#include "base/date.hpp"

#include <boost/json.hpp>

namespace rodtrad::store {

namespace {

std::optional<base::Date> date_at(Statement const& row, int column) {
    if (row.is_null(column)) return {};
    return base::to_date(row.text(column));
}

void bind_date(Statement& statement, int parameter, std::optional<base::Date> date, std::string& text) {
    if (!date) {
        statement.bind_null(parameter);
        return;
    }
    text = base::to_text(*date);
    statement.bind(parameter, text);
}

} // namespace

std::vector<StandingUnit> standing_units(Connection& connection) {
    auto const statement =
        connection.prepare("select v.unit, v.delivery, u.code, v.name, p.code, v.kind, v.operation, v.valid_from, "
                           "v.valid_to, v.external_codes, v.predecessors "
                           "from unit_version v join unit u on u.id = v.unit join delivery d on d.id = v.delivery "
                           "left join unit p on p.id = v.parent where d.undone is null order by v.unit, v.delivery");
    return newest_of_each<domain::UnitId, domain::Unit>(*statement, [](Statement const& row) {
        domain::Unit unit;
        unit.code = row.text(2);
        unit.name = row.text(3);
        if (!row.is_null(4)) unit.parent = std::string{row.text(4)};
        unit.kind = domain::to_unit_kind(row.text(5)).value_or(domain::UnitKind::unit);
        unit.operation = row.text(6);
        unit.valid_from = date_at(row, 7);
        unit.valid_to = date_at(row, 8);
        auto const codes = boost::json::parse(row.text(9));
        for (auto const& [system, code] : codes.as_object()) unit.external_codes.emplace(system, code.as_string());
        auto const predecessors = boost::json::parse(row.text(10));
        for (auto const& code : predecessors.as_array()) unit.predecessors.emplace_back(code.as_string());
        return unit;
    });
}

UnitWriter::UnitWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery}, m_identities{connection, "unit"},
      m_write{connection.prepare(
          "insert into unit_version (unit, delivery, name, parent, kind, operation, valid_from, valid_to, "
          "external_codes, predecessors) "
          "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (unit, delivery) do update set name = excluded.name, "
          "parent = excluded.parent, kind = excluded.kind, operation = excluded.operation, "
          "valid_from = excluded.valid_from, valid_to = excluded.valid_to, external_codes = excluded.external_codes, "
          "predecessors = excluded.predecessors")} {}

void UnitWriter::write(domain::Unit const& unit) {
    boost::json::object codes;
    for (auto const& [system, code] : unit.external_codes) codes[system] = code;
    auto const external_codes = boost::json::serialize(codes);
    auto const predecessors = boost::json::serialize(boost::json::value_from(unit.predecessors));
    std::string from;
    std::string to;
    m_write->bind(1, id_of(unit.code).value()).bind(2, m_delivery.value()).bind(3, unit.name);
    unit.parent ? m_write->bind(4, id_of(*unit.parent).value()) : m_write->bind_null(4);
    m_write->bind(5, domain::to_text(unit.kind)).bind(6, unit.operation);
    bind_date(*m_write, 7, unit.valid_from, from);
    bind_date(*m_write, 8, unit.valid_to, to);
    m_write->bind(9, external_codes).bind(10, predecessors).run();
}

} // namespace rodtrad::store
