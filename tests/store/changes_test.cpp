// What has changed since a moment, and what was published.

#include "store/back_ends.hpp"
#include "store/changes.hpp"
#include "store/deliveries.hpp"
#include "store/measures.hpp"
#include "store/publications.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::store;

namespace {

base::Instant const first_day = base::to_instant("2026-10-01T08:00:00Z");

struct Fixture {
    explicit Fixture(BackEnd const& back_end) : database{back_end.make()}, connection{database->connect()} {
        connection->migrate();
    }
    domain::MeasureId measure(std::string_view code) {
        return MeasureWriter{*connection, domain::DeliveryId{0}}.id_of(code);
    }
    domain::DeliveryId delivery(Touched const& touched) {
        auto const delivery = begin_delivery(*connection, first_day, "a.csv");
        write_touched(*connection, delivery, touched);
        count_change(*connection, delivery);
        return delivery;
    }
    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<Connection> connection;
};

} // namespace

TEST_CASE("what deliveries touched since a moment is told together, and an undone one counts again") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const a = fixture.measure("A");
        auto const b = fixture.measure("B");
        auto const c = fixture.measure("C");
        auto const beginning = moment(connection);
        CHECK(touched_since(connection, beginning).measures.empty());

        auto const first = fixture.delivery({.measures = {a, b}});
        auto const then = moment(connection);
        CHECK(then.revision == beginning.revision + 1);
        CHECK(then.token != beginning.token);
        fixture.delivery({.measures = {b, c}});
        CHECK(touched_since(connection, beginning).measures == std::set{a, b, c});
        CHECK(touched_since(connection, then).measures == std::set{b, c});
        auto const before_undo = moment(connection);
        mark_undone(connection, first, first_day);
        count_change(connection, first);
        CHECK(touched_since(connection, before_undo).measures == std::set{a, b});
        auto const before_publication = moment(connection);
        count_change(connection, {});
        CHECK(moment(connection) != before_publication);
        CHECK(touched_since(connection, before_publication).measures.empty());
        CHECK_FALSE(touched_since(connection, beginning).is_everything);
    }
}

TEST_CASE("everything counts as touched after a delivery of units, one that did not say, and in another database") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const beginning = moment(connection);
        fixture.delivery({.is_everything = true, .measures = {}});
        CHECK(touched_since(connection, beginning).is_everything);
        auto const then = moment(connection);
        CHECK_FALSE(touched_since(connection, then).is_everything);
        count_change(connection, begin_delivery(connection, first_day, "from an older program"));
        CHECK(touched_since(connection, then).is_everything);

        Fixture other{back_end};
        CHECK(touched_since(*other.connection, moment(connection)).is_everything);
        CHECK(touched_since(*other.connection, {moment(*other.connection).revision, "another"}).is_everything);
    }
}

TEST_CASE("a publication keeps what it said, and what was solved before the latest is found again") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        CHECK_FALSE(published(connection).latest);
        domain::PublishedFinding gone{.measure = "A",
                                      .unit = "U",
                                      .group = "T",
                                      .kind = "change",
                                      .judgement = "worse",
                                      .period = domain::Period::make(domain::Periodicity::tertial, 2025, 3),
                                      .value = 0.1,
                                      .reference = 1.0 / 3,
                                      .effect = -1e-300,
                                      .q = {},
                                      .first_seen = first_day,
                                      .publications_above = 2,
                                      .is_solved = true};
        auto there = gone;
        there.unit = "V";
        there.is_solved = false;
        there.publications_above = 0;
        there.q = 0.031;
        domain::Publication first{.name = "Mars", .made = first_day, .revision = 3, .findings = {gone, there}};
        first.id = write_publication(connection, first);
        CHECK(published(connection).latest == first);
        CHECK(published(connection).solved_before.empty()); // the latest says that itself
        domain::Publication second{.name = "April", .made = first_day, .revision = 4, .findings = {there}};
        second.id = write_publication(connection, second);
        CHECK(published(connection).latest == second);
        CHECK(published(connection).solved_before == std::vector{gone});
        CHECK(findings_of(connection, first.id) == first.findings);
        auto const all = all_publications(connection);
        REQUIRE(all.size() == 2);
        CHECK(all[0].name == "April");
        CHECK(all[1].revision == 3);
    }
}
