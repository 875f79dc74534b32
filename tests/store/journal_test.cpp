// The journal: appended to, never changed, and a change shows.

#include "store/back_ends.hpp"
#include "store/journal.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::store;

namespace {

struct Written {
    explicit Written(BackEnd const& back_end) : database{back_end.make()}, connection{database->connect()} {
        connection->migrate();
        for (int day = 1; day <= 5; ++day) {
            Transaction transaction{*connection, Transaction::Kind::write};
            append(*connection, {.at = base::to_instant("2026-10-0" + std::to_string(day) + "T08:00:00Z"),
                                 .person = {},
                                 .actor = day % 2 == 0 ? "Anna Ek" : "rodtrad import",
                                 .action = "goal.adopt",
                                 .kind = day % 2 == 0 ? "goal" : "person",
                                 .record = day,
                                 .before = {},
                                 .after = R"({"title":"Fler läser"})",
                                 .reason = "Beslutat"});
            transaction.commit();
        }
    }
    // As who has the file and another program can.
    void tamper(std::string const& sql) {
        connection->execute("drop trigger journal_is_not_changed; drop trigger journal_is_not_cut;");
        connection->execute(sql);
    }
    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<Connection> connection;
};

bool tells_of(std::vector<std::string> const& problems, std::string_view text) {
    for (auto const& problem : problems)
        if (problem.find(text) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("lines follow on each other, and nothing is wrong with them") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Written const written{back_end};
        CHECK(journal_problems(*written.connection).empty());
        auto const lines = entries_after(*written.connection, 0);
        CHECK(lines.size() == 5);
        CHECK(lines[0].previous == "");
        for (std::size_t at = 1; at < lines.size(); ++at) {
            CHECK(lines[at].number == lines[at - 1].number + 1);
            CHECK(lines[at].previous == lines[at - 1].digest);
        }
    }
}

TEST_CASE("a line is neither changed nor taken away through the program") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Written const written{back_end};
        CHECK_THROWS_AS(written.connection->execute("update journal set actor = 'X' where number = 2"), DatabaseError);
        CHECK_THROWS_AS(written.connection->execute("delete from journal where number = 5"), DatabaseError);
        CHECK(entries_after(*written.connection, 0).size() == 5);
    }
}

TEST_CASE("whatever of a line was changed by other means is found, and which line it was") {
    for (auto const& back_end : back_ends())
        for (auto const* change : {"actor = 'Någon annan'", "at = '2026-10-02T08:00:01Z'", "reason = ''",
                                   "after = '{}'", "action = 'goal.close'", "record = 7", "kind = 'goa'"}) {
            CAPTURE(back_end.name);
            CAPTURE(change);
            Written written{back_end};
            written.tamper(std::string{"update journal set "} + change + " where number = 3");
            CHECK(tells_of(journal_problems(*written.connection), "line 3 of the journal has been changed"));
        }
}

TEST_CASE("a line that was taken away is missed, and one that was made up does not follow") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Written lacking{back_end};
        lacking.tamper("delete from journal where number = 3");
        CHECK(tells_of(journal_problems(*lacking.connection), "lacks its lines 3–3"));

        Written swapped{back_end};
        swapped.tamper("update journal set number = 9 where number = 3; update journal set number = 3 where number = 4;"
                       "update journal set number = 4 where number = 9;");
        CHECK(!journal_problems(*swapped.connection).empty());
    }
}

TEST_CASE("the journal is read newest first, a page at a time, of one person or one kind of thing") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Written const written{back_end};
        auto& connection = *written.connection;
        auto const first = entries_before(connection, {}, 2, {.person = {}, .kind = {}});
        CHECK(first.size() == 2);
        CHECK(first[0].number == 5);
        CHECK(entries_before(connection, first[1].number, 9, {.person = {}, .kind = {}}).size() == 3);
        CHECK(entries_before(connection, {}, 9, {.person = {}, .kind = "goal"}).size() == 2);
        CHECK(entries_before(connection, {}, 9, {.person = domain::PersonId{7}, .kind = {}}).empty());
        CHECK(kinds_in_journal(connection) == std::vector<std::string>{"goal", "person"});
    }
}
