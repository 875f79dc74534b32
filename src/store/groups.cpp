#include "store/groups.hpp"

namespace rodtrad::store {

std::vector<StandingGroup> standing_groups(Connection& connection) {
    auto const statement = connection.prepare(
        "select v.subgroup, v.delivery, g.code, v.name, v.name_en, v.kind "
        "from subgroup_version v join subgroup g on g.id = v.subgroup join delivery d on d.id = v.delivery "
        "where d.undone is null order by v.subgroup, v.delivery");
    return newest_of_each<domain::GroupId, domain::Group>(*statement, [](Statement const& row) {
        return domain::Group{std::string{row.text(2)}, std::string{row.text(3)}, std::string{row.text(4)},
                             domain::to_group_kind(row.text(5)).value_or(domain::GroupKind::other)};
    });
}

GroupWriter::GroupWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery}, m_identities{connection, "subgroup"},
      m_write{connection.prepare("insert into subgroup_version (subgroup, delivery, name, name_en, kind) "
                                 "values (?, ?, ?, ?, ?) on conflict (subgroup, delivery) do update set "
                                 "name = excluded.name, name_en = excluded.name_en, kind = excluded.kind")} {}

void GroupWriter::write(domain::Group const& group) {
    m_write->bind(1, id_of(group.code).value()).bind(2, m_delivery.value()).bind(3, group.name).bind(4, group.name_en);
    m_write->bind(5, domain::to_text(group.kind)).run();
}

} // namespace rodtrad::store
