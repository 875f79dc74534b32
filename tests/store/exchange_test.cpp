#include "store/back_ends.hpp"
#include "store/exchange.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace rodtrad::store;

TEST_CASE("every table leaves with an export, but for those that prove who someone is or are made anew") {
    std::set<std::string> const stays{"credential", "session", "one_time_link", "failed_sign_in", "digest_sent"};
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->migrate();
        std::string all_inserts;
        for (auto const& table : exchange_tables()) all_inserts += table.insert + '\n';
        auto const tables = connection->prepare(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name");
        int left = 0;
        while (tables->step()) {
            std::string const name{tables->text(0)};
            bool const leaves = all_inserts.find("insert into " + name + " (") != std::string::npos;
            CHECK_MESSAGE(leaves != stays.contains(name), name);
            left += leaves ? 1 : 0;
        }
        CHECK(left > 35);
    }
}

TEST_CASE("what is restored into a database that holds something is refused") {
    for (auto const& back_end : back_ends()) {
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->migrate();
        CHECK_NOTHROW(begin_restore(*connection));
        connection->execute("insert into unit (code) values ('a')");
        CHECK_THROWS_AS(begin_restore(*connection), DatabaseError);
    }
}
