#include "store/sessions.hpp"

#include <fmt/format.h>

namespace rodtrad::store {

namespace {

constexpr std::string_view columns = "token, person, csrf, created, last_seen, expires, device";

Session session_at(Statement const& row) {
    return {.token = std::string{row.text(0)},
            .person = domain::PersonId{row.integer(1)},
            .csrf = std::string{row.text(2)},
            .created = base::to_instant(row.text(3)),
            .last_seen = base::to_instant(row.text(4)),
            .expires = base::to_instant(row.text(5)),
            .device = std::string{row.text(6)}};
}

} // namespace

void write_session(Connection& connection, Session const& session) {
    auto const write =
        connection.prepare(fmt::format("insert into session ({}) values (?, ?, ?, ?, ?, ?, ?)", columns));
    auto const created = base::to_text(session.created);
    auto const last_seen = base::to_text(session.last_seen);
    auto const expires = base::to_text(session.expires);
    write->bind(1, session.token).bind(2, session.person.value()).bind(3, session.csrf);
    write->bind(4, created).bind(5, last_seen).bind(6, expires).bind(7, session.device).run();
}

std::optional<Session> find_session(Connection& connection, std::string_view token) {
    auto const row = connection.prepare(fmt::format("select {} from session where token = ?", columns));
    if (!row->bind(1, token).step()) return {};
    return session_at(*row);
}

std::vector<Session> sessions_of(Connection& connection, domain::PersonId person) {
    auto const row = connection.prepare(
        fmt::format("select {} from session where person = ? order by last_seen desc, created desc, token", columns));
    row->bind(1, person.value());
    std::vector<Session> sessions;
    while (row->step()) sessions.push_back(session_at(*row));
    return sessions;
}

void mark_seen(Connection& connection, std::string_view token, base::Instant at) {
    auto const moment = base::to_text(at);
    connection.prepare("update session set last_seen = ? where token = ?")->bind(1, moment).bind(2, token).run();
}

void end_session(Connection& connection, std::string_view token) {
    connection.prepare("delete from session where token = ?")->bind(1, token).run();
}

void end_sessions_of(Connection& connection, domain::PersonId person, std::string_view but) {
    connection.prepare("delete from session where person = ? and token <> ?")
        ->bind(1, person.value())
        .bind(2, but)
        .run();
}

void end_sessions_before(Connection& connection, base::Instant last_seen, base::Instant expires) {
    auto const seen = base::to_text(last_seen);
    auto const end = base::to_text(expires);
    connection.prepare("delete from session where last_seen < ? or expires < ?")->bind(1, seen).bind(2, end).run();
}

} // namespace rodtrad::store
