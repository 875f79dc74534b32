#include "store/peer_groups.hpp"

namespace rodtrad::store {

std::vector<StandingPeerGroup> standing_peer_groups(Connection& connection) {
    auto const statement = connection.prepare(
        "select v.peer_group, v.delivery, g.code, v.name, o.code, v.area, v.year "
        "from peer_group_version v join peer_group g on g.id = v.peer_group join delivery d on d.id = v.delivery "
        "left join unit o on o.id = v.owner where d.undone is null order by v.peer_group, v.delivery");
    auto groups =
        newest_of_each<base::Id<struct PeerGroupTag>, domain::PeerGroup>(*statement, [](Statement const& row) {
            domain::PeerGroup group;
            group.code = row.text(2);
            group.name = row.text(3);
            if (!row.is_null(4)) group.owner = std::string{row.text(4)};
            group.area = row.text(5);
            if (!row.is_null(6)) group.year = static_cast<int>(row.integer(6));
            return group;
        });

    // Members come in the same order as the groups, so one walk over both puts them together.
    auto const members = connection.prepare("select m.peer_group, m.delivery, u.code from peer_group_member m "
                                            "join unit u on u.id = m.unit order by m.peer_group, m.delivery, u.code");
    auto group = groups.begin();
    while (members->step()) {
        auto const id = members->integer(0);
        while (group != groups.end() && group->id.value() < id) ++group;
        if (group == groups.end()) break;
        if (group->id.value() == id && group->delivery.value() == members->integer(1))
            group->value.members.emplace_back(members->text(2));
    }
    return groups;
}

PeerGroupWriter::PeerGroupWriter(Connection& connection, domain::DeliveryId delivery)
    : m_delivery{delivery}, m_identities{connection, "peer_group"}, m_units{connection, "unit"},
      m_write{connection.prepare(
          "insert into peer_group_version (peer_group, delivery, name, owner, area, year) "
          "values (?, ?, ?, ?, ?, ?) on conflict (peer_group, delivery) do update set "
          "name = excluded.name, owner = excluded.owner, area = excluded.area, year = excluded.year")},
      m_clear_members{connection.prepare("delete from peer_group_member where peer_group = ? and delivery = ?")},
      m_add_member{connection.prepare("insert into peer_group_member (peer_group, delivery, unit) values (?, ?, ?) "
                                      "on conflict do nothing")} {}

void PeerGroupWriter::write(domain::PeerGroup const& group) {
    auto const id = m_identities.id_of(group.code);
    m_write->bind(1, id).bind(2, m_delivery.value()).bind(3, group.name);
    group.owner ? m_write->bind(4, m_units.id_of(*group.owner)) : m_write->bind_null(4);
    m_write->bind(5, group.area);
    group.year ? m_write->bind(6, std::int64_t{*group.year}) : m_write->bind_null(6);
    m_write->run();
    m_clear_members->bind(1, id).bind(2, m_delivery.value()).run();
    for (auto const& member : group.members)
        m_add_member->bind(1, id).bind(2, m_delivery.value()).bind(3, m_units.id_of(member)).run();
}

} // namespace rodtrad::store
