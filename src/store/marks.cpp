#include "store/marks.hpp"

#include <fmt/format.h>

#include <tuple>

namespace rodtrad::store {

namespace {

// What a mark is on: a later delivery that marks the same takes its place.
auto place_of(domain::Mark const& mark) {
    return std::tie(mark.measure, mark.unit, mark.group, mark.period, mark.kind);
}

} // namespace

std::vector<domain::Mark> standing_marks(Connection& connection, std::optional<domain::MeasureId> only) {
    auto const statement = connection.prepare(
        fmt::format("select m.code, coalesce(u.code, ''), coalesce(g.code, ''), v.period, v.kind, v.text "
                    "from mark_version v join measure m on m.id = v.measure join delivery d on d.id = v.delivery "
                    "left join unit u on u.id = v.unit left join subgroup g on g.id = v.subgroup "
                    "where d.undone is null{}order by v.measure, v.period, v.unit, v.subgroup, v.kind, v.delivery",
                    only_of(only)));
    bind_only(*statement, only);
    std::vector<domain::Mark> marks;
    while (statement->step()) {
        auto const period = domain::Period::from_code(static_cast<std::int32_t>(statement->integer(3)));
        auto const kind = domain::to_mark_kind(statement->text(4));
        if (!period || !kind)
            throw DatabaseError(Problem::damaged, "the database holds a mark that no period or kind stands for");
        domain::Mark mark{.measure = std::string{statement->text(0)},
                          .unit = std::string{statement->text(1)},
                          .group = std::string{statement->text(2)},
                          .period = *period,
                          .kind = *kind,
                          .text = std::string{statement->text(5)}};
        if (!marks.empty() && place_of(marks.back()) == place_of(mark))
            marks.back() = std::move(mark); // of a later delivery
        else
            marks.push_back(std::move(mark));
    }
    return marks;
}

MarkWriter::MarkWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery},
      m_write{
          connection.prepare("insert into mark_version (measure, unit, subgroup, period, kind, delivery, text) values "
                             "(?, ?, ?, ?, ?, ?, ?) "
                             "on conflict (measure, coalesce(unit, 0), coalesce(subgroup, 0), period, kind, delivery) "
                             "do update set text = excluded.text")} {}

void MarkWriter::write(domain::Mark const& mark, domain::MeasureId measure, std::optional<domain::UnitId> unit,
                       std::optional<domain::GroupId> group) {
    m_write->bind(1, measure.value());
    unit ? m_write->bind(2, unit->value()) : m_write->bind_null(2);
    group ? m_write->bind(3, group->value()) : m_write->bind_null(3);
    m_write->bind(4, std::int64_t{mark.period.code()}).bind(5, domain::to_text(mark.kind));
    m_write->bind(6, m_delivery.value()).bind(7, mark.text).run();
}

} // namespace rodtrad::store
