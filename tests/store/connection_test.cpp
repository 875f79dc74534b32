#include "store/back_ends.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <thread>

using namespace rodtrad::store;

namespace {

Problem problem_of(auto action) {
    try {
        action();
    } catch (DatabaseError const& error) {
        return error.problem();
    }
    FAIL("the database accepted it");
    return Problem::other;
}

} // namespace

TEST_CASE("a value comes back from the database as it went in") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->execute("create table thing (whole integer, real real, words text)");
        auto const insert = connection->prepare("insert into thing (whole, real, words) values (?, ?, ?)");
        auto const select = connection->prepare("select whole, real, words from thing");

        auto const big = std::int64_t{9'007'199'254'740'993}; // no double holds it
        auto const words = std::string{"Åre; 'drop table thing'--\"\n"};
        insert->bind(1, big).bind(2, 0.1).bind(3, words).run();
        REQUIRE(select->step());
        CHECK(select->integer(0) == big);
        CHECK(select->real(1) == 0.1);
        CHECK(select->text(2) == words);
        CHECK_FALSE(select->step());
        select->reset();

        connection->execute("delete from thing");
        insert->bind_null(1).bind(2, std::numeric_limits<double>::denorm_min()).bind(3, std::string_view{}).run();
        REQUIRE(select->step());
        CHECK(select->is_null(0));
        CHECK(select->real(1) == std::numeric_limits<double>::denorm_min());
        CHECK_FALSE(select->is_null(2)); // an empty text is a text
        CHECK(select->text(2).empty());
    }
}

TEST_CASE("rows appended in bulk all arrive, whatever their number") {
    for (auto const& back_end : back_ends()) {
        for (int const rows : {0, 1, 63, 64, 65, 1000}) {
            CAPTURE(back_end.name);
            CAPTURE(rows);
            auto const database = back_end.make();
            auto const connection = database->connect();
            connection->execute("create table thing (number integer primary key, half real, absent real)");
            auto const writer =
                connection->append_to("thing", std::array<std::string_view, 3>{"number", "half", "absent"});
            for (int i = 0; i < rows; ++i) {
                writer->integer(i);
                writer->real(i / 2.0);
                writer->null();
            }
            writer->finish();
            writer->finish(); // nothing more to write
            auto const sums = connection->prepare("select count(*), total(half), count(absent) from thing");
            REQUIRE(sums->step());
            CHECK(sums->integer(0) == rows);
            CHECK(sums->real(1) == rows * (rows - 1) / 4.0);
            CHECK(sums->integer(2) == 0);
        }
    }
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->execute("create table thing (number integer primary key)");
        {
            Transaction const transaction{*connection, Transaction::Kind::write};
            connection->execute("insert into thing values (1)");
        }
        {
            Transaction transaction{*connection, Transaction::Kind::write};
            connection->execute("insert into thing values (2)");
            transaction.commit();
        }
        auto const select = connection->prepare("select number from thing");
        REQUIRE(select->step());
        CHECK(select->integer(0) == 2);
        CHECK_FALSE(select->step());
    }
}

TEST_CASE("a reader sees one moment while somebody writes") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const writer = database->connect();
        auto const reader = database->connect();
        writer->execute("create table thing (number integer primary key)");
        auto const count = [&] {
            auto const select = reader->prepare("select count(*) from thing");
            select->step();
            return select->integer(0);
        };
        {
            Transaction const reading{*reader, Transaction::Kind::read};
            CHECK(count() == 0);
            writer->execute("insert into thing values (1)");
            CHECK(count() == 0);
        }
        CHECK(count() == 1);
    }
}

TEST_CASE("what the database refuses is told by its kind") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->execute(
            "create table parent (id integer primary key);"
            "create table child (parent integer not null references parent, age integer check (age > 0));"
            "insert into parent values (1)");
        CHECK(problem_of([&] { connection->execute("insert into parent values (1)"); }) == Problem::unique);
        CHECK(problem_of([&] { connection->execute("insert into child values (2, 1)"); }) == Problem::constraint);
        CHECK(problem_of([&] { connection->execute("insert into child values (1, 0)"); }) == Problem::constraint);
        CHECK(problem_of([&] { connection->execute("insert into child values (null, 1)"); }) == Problem::constraint);
        CHECK(problem_of([&] { connection->prepare("select nothing from nowhere"); }) == Problem::other);
    }
}

TEST_CASE("an empty database is brought to the newest schema, and stays there") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        CHECK(connection->schema_version() == 0);
        connection->migrate();
        auto const version = connection->schema_version();
        CHECK(version > 0);
        connection->migrate();
        CHECK(connection->schema_version() == version);
        CHECK(connection->integrity_problems().empty());
    }
}

TEST_CASE("two programs that start at once make one schema") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const first = database->connect();
        auto const second = database->connect();
        std::thread other{[&] { second->migrate(); }};
        first->migrate();
        other.join();
        CHECK(first->schema_version() == second->schema_version());
        CHECK(first->integrity_problems().empty());
    }
}
