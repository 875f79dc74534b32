#include "store/back_ends.hpp"
#include "store/changes.hpp"
#include "store/measures.hpp"
#include "store/sqlite/migrations.hpp"
#include "store/sqlite/sqlite_connection.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace rodtrad::store;

TEST_CASE("a database made by a newer program is refused, and left as it is") {
    rodtrad::test::TemporaryFolder const folder;
    auto const file = folder.path() / "rodtrad.db";
    {
        auto const connection = sqlite::connect(file, sqlite::Access::create);
        connection->migrate();
        connection->execute("pragma user_version = 4711");
    }
    auto const connection = sqlite::connect(file, sqlite::Access::existing);
    try {
        connection->migrate();
        FAIL("it was accepted");
    } catch (DatabaseError const& error) {
        CHECK(error.problem() == Problem::newer_version);
        std::string const message = error.what();
        CHECK(message.find("schema version 4711") != std::string::npos);
        CHECK(message.find("made by a newer Rödtråd") != std::string::npos);
    }
    CHECK(connection->schema_version() == 4711);
}

TEST_CASE("a file that is no database is told to be damaged") {
    rodtrad::test::TemporaryFolder const folder;
    auto const file = folder.path() / "rodtrad.db";
    std::ofstream{file} << std::string(8192, 'x');
    try {
        sqlite::connect(file, sqlite::Access::existing)->migrate();
        FAIL("it was accepted");
    } catch (DatabaseError const& error) {
        CHECK(error.problem() == Problem::damaged);
    }
}

TEST_CASE("a database in a folder that does not exist cannot be opened") {
    rodtrad::test::TemporaryFolder const folder;
    CHECK_THROWS_AS(sqlite::connect(folder.path() / "no" / "rodtrad.db", sqlite::Access::create), DatabaseError);
}

TEST_CASE("a database of the first version is brought to this one with all that it held") {
    rodtrad::test::TemporaryFolder const folder;
    auto const connection = sqlite::connect(folder.path() / "rodtrad.db", sqlite::Access::create);
    connection->execute(std::string{sqlite::migrations()[0]});
    connection->execute(
        "pragma user_version = 1; update revision set number = 12;"
        "insert into delivery (received, source, format) values ('2026-10-01T08:00:00Z', 'a.csv', '');"
        "insert into measure (code) values ('A');"
        "insert into measure_version values (1, 1, 'Title', '', '', '%', 'proportion', 100, 'higher', 'counts', null, "
        "'political', '', '', '', '', '', null, null, 1)");
    connection->migrate();
    CHECK(moment(*connection).revision == 12);
    auto const measures = standing_measures(*connection);
    REQUIRE(measures.size() == 1);
    CHECK(measures[0].value.title == "Title");
    CHECK(measures[0].value.conditions.empty());
    // Nobody wrote down what that delivery spoke of.
    auto const before = moment(*connection);
    count_change(*connection, rodtrad::domain::DeliveryId{1});
    CHECK(touched_since(*connection, before).is_everything);
}
