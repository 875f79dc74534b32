#pragma once

#include "domain/group.hpp"
#include "store/versions.hpp"

namespace rodtrad::store {

// `group` is a word of SQL's own: the tables are called subgroup.
using StandingGroup = Standing<domain::GroupId, domain::Group>;

std::vector<StandingGroup> standing_groups(Connection& connection); // by id

class GroupWriter {
public:
    GroupWriter(Connection& connection, domain::DeliveryId delivery);
    domain::GroupId id_of(std::string_view code) { return domain::GroupId{m_identities.id_of(code)}; }
    // Replaces what the same delivery has said of the group before.
    void write(domain::Group const& group);

private:
    domain::DeliveryId m_delivery;
    Identities m_identities;
    std::unique_ptr<Statement> m_write;
};

} // namespace rodtrad::store
