#include "store/versions.hpp"

#include <fmt/format.h>

namespace rodtrad::store {

Identities::Identities(Connection& connection, std::string_view table)
    : m_connection{connection}, m_find{connection.prepare(fmt::format("select id from {} where code = ?", table))},
      m_insert{connection.prepare(fmt::format("insert into {} (code) values (?)", table))} {}

std::int64_t Identities::id_of(std::string_view code) {
    m_find->bind(1, code);
    std::optional<std::int64_t> id;
    if (m_find->step()) id = m_find->integer(0);
    m_find->reset();
    if (id) return *id;
    m_insert->bind(1, code).run();
    return m_connection.last_id();
}

} // namespace rodtrad::store
