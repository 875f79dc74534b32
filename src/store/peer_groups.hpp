#pragma once

#include "domain/unit.hpp"
#include "store/versions.hpp"

namespace rodtrad::store {

using StandingPeerGroup = Standing<base::Id<struct PeerGroupTag>, domain::PeerGroup>;

std::vector<StandingPeerGroup> standing_peer_groups(Connection& connection); // by id

class PeerGroupWriter {
public:
    PeerGroupWriter(Connection& connection, domain::DeliveryId delivery);
    // Replaces what the same delivery has said of the group before. Owner and members must be units' codes.
    void write(domain::PeerGroup const& group);

private:
    domain::DeliveryId m_delivery;
    Identities m_identities;
    Identities m_units;
    std::unique_ptr<Statement> m_write;
    std::unique_ptr<Statement> m_clear_members;
    std::unique_ptr<Statement> m_add_member;
};

} // namespace rodtrad::store
