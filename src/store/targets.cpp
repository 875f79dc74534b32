#include "store/targets.hpp"

#include <fmt/format.h>

namespace rodtrad::store {

std::vector<domain::Target> standing_targets(Connection& connection, std::optional<domain::MeasureId> only) {
    auto const statement = connection.prepare(
        fmt::format("select m.code, u.code, g.code, v.period, v.floor, v.target, v.stretch, v.is_inherited "
                    "from target_version v join measure m on m.id = v.measure join unit u on u.id = v.unit "
                    "join subgroup g on g.id = v.subgroup join delivery d on d.id = v.delivery "
                    "where d.undone is null{}order by v.measure, v.unit, v.subgroup, v.period, v.delivery",
                    only_of(only)));
    bind_only(*statement, only);
    std::vector<domain::Target> targets;
    while (statement->step()) {
        domain::Target target;
        target.measure = statement->text(0);
        target.unit = statement->text(1);
        target.group = statement->text(2);
        auto const period = domain::Period::from_code(static_cast<std::int32_t>(statement->integer(3)));
        if (!period)
            throw DatabaseError(Problem::damaged, "the database holds a target for a period that does not exist");
        target.period = *period;
        target.floor = optional_real(*statement, 4);
        target.target = optional_real(*statement, 5);
        target.stretch = optional_real(*statement, 6);
        target.is_inherited = statement->integer(7) != 0;
        auto const is_same = !targets.empty() && targets.back().measure == target.measure &&
                             targets.back().unit == target.unit && targets.back().group == target.group &&
                             targets.back().period == target.period;
        if (is_same) {
            targets.back() = std::move(target); // of a later delivery
        } else {
            targets.push_back(std::move(target));
        }
    }
    return targets;
}

TargetWriter::TargetWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery},
      m_write{connection.prepare(
          "insert into target_version (measure, unit, subgroup, period, delivery, floor, target, stretch, "
          "is_inherited) "
          "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (measure, unit, subgroup, period, delivery) do update set "
          "floor = excluded.floor, target = excluded.target, stretch = excluded.stretch, "
          "is_inherited = excluded.is_inherited")} {}

void TargetWriter::write(domain::Target const& target, domain::MeasureId measure, domain::UnitId unit,
                         domain::GroupId group) {
    m_write->bind(1, measure.value()).bind(2, unit.value()).bind(3, group.value());
    m_write->bind(4, std::int64_t{target.period.code()}).bind(5, m_delivery.value());
    bind_optional(*m_write, 6, target.floor);
    bind_optional(*m_write, 7, target.target);
    bind_optional(*m_write, 8, target.stretch);
    m_write->bind(9, std::int64_t{target.is_inherited}).run();
}

} // namespace rodtrad::store
