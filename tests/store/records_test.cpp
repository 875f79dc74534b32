// What is described in src/domain is what the database has.

#include "domain/behaviour.hpp"
#include "domain/check_in.hpp"
#include "domain/dialogue.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/person.hpp"
#include "domain/scorecard.hpp"
#include "domain/steering_document.hpp"
#include "domain/thread_share.hpp"
#include "store/back_ends.hpp"
#include "store/records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace rodtrad;
using namespace rodtrad::store;

namespace {

std::vector<std::string> columns_of(Connection& connection, std::string_view table) {
    auto const statement = connection.prepare(fmt::format("select name from pragma_table_info('{}')", table));
    std::vector<std::string> names;
    while (statement->step()) names.emplace_back(statement->text(0));
    std::ranges::sort(names);
    return names;
}

template <class T>
void check_columns(Connection& connection) {
    CAPTURE(T::table);
    std::vector<std::string> described;
    for (auto const name : Records<T>::columns()) described.emplace_back(name);
    std::ranges::sort(described);
    CHECK(columns_of(connection, T::table) == described);
}

template <class... T>
void check_all(Connection& connection) {
    (check_columns<T>(connection), ...);
}

} // namespace

TEST_CASE("every record has a column for each field, and no other") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->migrate();
        using namespace domain;
        check_all<Person, Membership, Grant, SteeringDocument, Profile, Perspective, SuccessFactor, Scorecard, Goal,
                  GoalStep, Judgement, KeyResult, Behaviour, Activity, CheckIn, CoachingQuestion, Comment, PrivateNote,
                  Proposal, Following, ThreadShare>(*connection);
    }
}

TEST_CASE("a record is read as it was written, and changed in its place") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        auto const database = back_end.make();
        auto const connection = database->connect();
        connection->migrate();
        Records<domain::Person> people{*connection};
        domain::Person anna{.id = {}, .version = 1, .user_name = "anna", .name = "Anna \"Ek\" å", .email = "a@b.se"};
        anna.id = people.insert(anna);
        CHECK(anna.id.value() > 0);
        CHECK((people.find(anna.id) == anna));
        anna.is_active = false;
        anna.version = 2;
        people.update(anna);
        CHECK((people.all() == std::vector{anna}));
        CHECK(!people.find(domain::PersonId{4711}));
    }
}
