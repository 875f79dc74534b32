#include "store/credentials.hpp"

namespace rodtrad::store {

std::optional<std::string> password_hash_of(Connection& connection, domain::PersonId person) {
    auto const row = connection.prepare("select password from credential where person = ?");
    if (!row->bind(1, person.value()).step() || row->is_null(0)) return {};
    return std::string{row->text(0)};
}

void write_password_hash(Connection& connection, domain::PersonId person, std::string_view hash) {
    connection
        .prepare("insert into credential (person, password) values (?, ?) "
                 "on conflict (person) do update set password = excluded.password")
        ->bind(1, person.value())
        .bind(2, hash)
        .run();
}

bool can_anyone_sign_in(Connection& connection, base::Instant now) {
    auto const row =
        connection.prepare("select 1 from person p where p.is_active = 1 and ("
                           "exists (select 1 from credential c where c.person = p.id and c.password is not null) or "
                           "exists (select 1 from one_time_link l where l.person = p.id and l.used is null "
                           "and l.expires > ?)) limit 1");
    auto const at = base::to_text(now);
    return row->bind(1, at).step();
}

void write_link(Connection& connection, OneTimeLink const& link) {
    auto const created = base::to_text(link.created);
    auto const expires = base::to_text(link.expires);
    connection.prepare("insert into one_time_link (token, person, created, expires) values (?, ?, ?, ?)")
        ->bind(1, link.token)
        .bind(2, link.person.value())
        .bind(3, created)
        .bind(4, expires)
        .run();
}

std::optional<OneTimeLink> find_link(Connection& connection, std::string_view token) {
    auto const row = connection.prepare("select person, created, expires, used from one_time_link where token = ?");
    if (!row->bind(1, token).step()) return {};
    OneTimeLink link{.token = std::string{token},
                     .person = domain::PersonId{row->integer(0)},
                     .created = base::to_instant(row->text(1)),
                     .expires = base::to_instant(row->text(2)),
                     .used = {}};
    if (!row->is_null(3)) link.used = base::to_instant(row->text(3));
    return link;
}

void use_up_links(Connection& connection, domain::PersonId person, base::Instant at) {
    auto const used = base::to_text(at);
    connection.prepare("update one_time_link set used = ? where person = ? and used is null")
        ->bind(1, used)
        .bind(2, person.value())
        .run();
}

FailedSignIns failed_sign_ins(Connection& connection, std::string_view what, base::Instant since) {
    auto const row = connection.prepare("select count(*), max(at) from failed_sign_in where what = ? and at >= ?");
    auto const from = base::to_text(since);
    FailedSignIns failed;
    if (!row->bind(1, what).bind(2, from).step()) return failed;
    failed.count = row->integer(0);
    if (!row->is_null(1)) failed.latest = base::to_instant(row->text(1));
    return failed;
}

void write_failed_sign_in(Connection& connection, std::string_view what, base::Instant at) {
    auto const moment = base::to_text(at);
    connection.prepare("insert into failed_sign_in (what, at) values (?, ?)")->bind(1, what).bind(2, moment).run();
}

void take_back_failed_sign_in(Connection& connection, std::string_view what, base::Instant at) {
    auto const moment = base::to_text(at);
    connection
        .prepare("delete from failed_sign_in where rowid = "
                 "(select rowid from failed_sign_in where what = ? and at = ? limit 1)")
        ->bind(1, what)
        .bind(2, moment)
        .run();
}

void forget_failed_sign_ins(Connection& connection, std::string_view what) {
    connection.prepare("delete from failed_sign_in where what = ?")->bind(1, what).run();
}

void forget_failed_sign_ins_before(Connection& connection, base::Instant moment) {
    auto const before = base::to_text(moment);
    connection.prepare("delete from failed_sign_in where at < ?")->bind(1, before).run();
}

} // namespace rodtrad::store
