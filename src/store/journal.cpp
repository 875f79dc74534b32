#include "store/journal.hpp"

#include "base/secret.hpp"

#include <fmt/format.h>

namespace rodtrad::store {

namespace {

constexpr std::string_view columns =
    "number, at, person, actor, action, kind, record, before, after, reason, previous, digest";

// Each part is preceded by its length, so that no two lines have the same text.
std::string digest_of(JournalEntry const& entry) {
    std::string text;
    auto const add = [&](std::string_view part) { text += fmt::format("{}:{}\n", part.size(), part); };
    add(std::to_string(entry.number));
    add(base::to_text(entry.at));
    add(entry.person ? std::to_string(entry.person->value()) : "");
    add(entry.actor);
    add(entry.action);
    add(entry.kind);
    add(std::to_string(entry.record));
    add(entry.before);
    add(entry.after);
    add(entry.reason);
    add(entry.previous);
    return base::digest(text);
}

JournalEntry entry_at(Statement const& row) {
    JournalEntry entry;
    entry.number = row.integer(0);
    entry.at = base::to_instant(row.text(1));
    if (!row.is_null(2)) entry.person = domain::PersonId{row.integer(2)};
    entry.actor = row.text(3);
    entry.action = row.text(4);
    entry.kind = row.text(5);
    entry.record = row.integer(6);
    entry.before = row.text(7);
    entry.after = row.text(8);
    entry.reason = row.text(9);
    entry.previous = row.text(10);
    entry.digest = row.text(11);
    return entry;
}

std::vector<JournalEntry> all_of(Statement& statement) {
    std::vector<JournalEntry> entries;
    while (statement.step()) entries.push_back(entry_at(statement));
    return entries;
}

} // namespace

void append(Connection& connection, JournalEntry entry) {
    auto const newest = newest_position(connection);
    entry.number = newest.number + 1;
    entry.previous = newest.digest;
    entry.digest = digest_of(entry);
    restore(connection, entry);
}

void restore(Connection& connection, JournalEntry const& entry) {
    auto const write = connection.prepare(
        fmt::format("insert into journal ({}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns));
    auto const at = base::to_text(entry.at);
    write->bind(1, entry.number).bind(2, at);
    entry.person ? write->bind(3, entry.person->value()) : write->bind_null(3);
    write->bind(4, entry.actor).bind(5, entry.action).bind(6, entry.kind).bind(7, entry.record);
    write->bind(8, entry.before).bind(9, entry.after).bind(10, entry.reason);
    write->bind(11, entry.previous).bind(12, entry.digest).run();
}

JournalPosition newest_position(Connection& connection) {
    auto const row = connection.prepare("select number, digest from journal order by number desc limit 1");
    if (!row->step()) return {};
    return {row->integer(0), std::string{row->text(1)}};
}

bool has_position(Connection& connection, JournalPosition const& position) {
    if (position.number == 0) return true;
    auto const row = connection.prepare("select 1 from journal where number = ? and digest = ?");
    return row->bind(1, position.number).bind(2, position.digest).step();
}

std::vector<JournalEntry> entries_after(Connection& connection, std::int64_t number) {
    auto const statement =
        connection.prepare(fmt::format("select {} from journal where number > ? order by number", columns));
    statement->bind(1, number);
    return all_of(*statement);
}

std::vector<JournalEntry> entries_of(Connection& connection, std::string_view kind, std::int64_t record) {
    auto const statement = connection.prepare(
        fmt::format("select {} from journal where kind = ? and record = ? order by number", columns));
    statement->bind(1, kind).bind(2, record);
    return all_of(*statement);
}

std::vector<JournalEntry> entries_before(Connection& connection, std::optional<std::int64_t> number, int at_most,
                                         JournalFilter const& filter) {
    auto const statement = connection.prepare(
        fmt::format("select {} from journal where number < ? and (? is null or person = ?) and (? = '' or kind = ?) "
                    "order by number desc limit ?",
                    columns));
    statement->bind(1, number.value_or(INT64_MAX));
    for (int const parameter : {2, 3})
        filter.person ? statement->bind(parameter, filter.person->value()) : statement->bind_null(parameter);
    statement->bind(4, filter.kind).bind(5, filter.kind).bind(6, std::int64_t{at_most});
    return all_of(*statement);
}

std::vector<std::string> kinds_in_journal(Connection& connection) {
    auto const statement = connection.prepare("select distinct kind from journal where kind <> '' order by kind");
    std::vector<std::string> kinds;
    while (statement->step()) kinds.emplace_back(statement->text(0));
    return kinds;
}

std::vector<std::string> journal_problems(Connection& connection) {
    auto const statement = connection.prepare(fmt::format("select {} from journal order by number", columns));
    std::vector<std::string> problems;
    std::int64_t expected = 1;
    std::string previous;
    while (statement->step()) {
        auto const entry = entry_at(*statement);
        if (entry.number != expected)
            problems.push_back(fmt::format("the journal lacks its lines {}–{}", expected, entry.number - 1));
        else if (entry.previous != previous)
            problems.push_back(fmt::format("line {} of the journal does not follow the line before it", entry.number));
        if (digest_of(entry) != entry.digest)
            problems.push_back(
                fmt::format("line {} of the journal has been changed since it was written", entry.number));
        expected = entry.number + 1;
        previous = entry.digest;
    }
    return problems;
}

} // namespace rodtrad::store
