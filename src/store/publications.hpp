#pragma once

#include "domain/publication.hpp"
#include "store/connection.hpp"

#include <vector>

namespace rodtrad::store {

std::vector<domain::Publication> all_publications(Connection& connection); // newest first, without their findings
std::vector<domain::PublishedFinding> findings_of(Connection& connection, domain::PublicationId publication);
domain::Published published(Connection& connection);

domain::PublicationId write_publication(Connection& connection, domain::Publication const& publication);

} // namespace rodtrad::store
