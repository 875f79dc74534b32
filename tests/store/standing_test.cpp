// What stands is what the newest delivery said that is not undone: for units, measures, groups, peer groups, targets
// and figures alike.

#include "store/back_ends.hpp"
#include "store/changes.hpp"
#include "store/deliveries.hpp"
#include "store/groups.hpp"
#include "store/marks.hpp"
#include "store/measures.hpp"
#include "store/observations.hpp"
#include "store/peer_groups.hpp"
#include "store/targets.hpp"
#include "store/units.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::store;

namespace {

base::Instant const first_day = base::to_instant("2026-10-01T08:00:00Z");
base::Instant const second_day = base::to_instant("2026-10-02T08:00:00Z");

struct Fixture {
    explicit Fixture(BackEnd const& back_end) : database{back_end.make()}, connection{database->connect()} {
        connection->migrate();
    }
    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<Connection> connection;
};

domain::Unit norrskolan() {
    using namespace std::chrono;
    return {.code = "GS01",
            .name = "Norrskolan",
            .parent = "BUN",
            .kind = domain::UnitKind::unit,
            .operation = "grundskola",
            .valid_from = 2019y / August / 19,
            .valid_to = 2025y / June / 30,
            .external_codes = {{"skolverket", "123\"45"}}};
}

domain::Measure eligible() {
    return {.code = "ELIG",
            .title = "Behöriga till yrkesprogram",
            .title_en = "Eligible",
            .definition = "Andel\nelever",
            .unit_of_measure = "%",
            .kind = domain::ValueKind::proportion,
            .multiplier = 100,
            .polarity = domain::WantedRange{80, 95.5},
            .aggregation = domain::Aggregation::counts,
            .periodicity = domain::Periodicity::half_year,
            .level = domain::MeasureLevel::political,
            .perspective = "brukare",
            .area = "grundskola",
            .source = "Skolans system",
            .owner = "Rektor",
            .people = "elever",
            .min_effect = 1.5,
            .decimals = 1,
            .weight = 2.5,
            .conditions = {"N01951", "N \"2\""}};
}

} // namespace

TEST_CASE("definitions come back whole, and the newest of a delivery that is not undone stands") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const first = begin_delivery(connection, first_day, "first");
        UnitWriter{connection, first}.write(norrskolan());
        MeasureWriter{connection, first}.write(eligible());
        GroupWriter{connection, first}.write({"K", "kvinnor", "women", domain::GroupKind::sex});

        auto const second = begin_delivery(connection, second_day, "second");
        auto renamed = norrskolan();
        renamed.name = "Norra skolan";
        renamed.parent.reset();
        renamed.valid_to.reset();
        UnitWriter{connection, second}.write(renamed);
        auto polarised = eligible();
        polarised.polarity = domain::Direction::lower_is_better;
        polarised.min_effect.reset();
        polarised.decimals.reset();
        polarised.periodicity.reset();
        MeasureWriter{connection, second}.write(polarised);

        auto units = standing_units(connection);
        REQUIRE(units.size() == 1); // the parent is only mentioned: it has a code, and nothing stands of it
        CHECK(units[0].value == renamed);
        auto measures = standing_measures(connection);
        REQUIRE(measures.size() == 1);
        CHECK(measures[0].value == polarised);
        CHECK(measures[0].version == 2);
        CHECK(measures[0].delivery == second);
        CHECK(standing_groups(connection).size() == 1);

        mark_undone(connection, second, second_day);
        units = standing_units(connection);
        REQUIRE(units.size() == 1);
        CHECK(units[0].value == norrskolan());
        measures = standing_measures(connection);
        REQUIRE(measures.size() == 1);
        CHECK(measures[0].value == eligible());
        CHECK(measures[0].version == 1);

        mark_undone(connection, first, second_day);
        CHECK(standing_units(connection).empty());
        CHECK(standing_measures(connection).empty());
        CHECK(standing_groups(connection).empty());
    }
}

TEST_CASE("a peer group is replaced with its members, and comes back with them") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        domain::PeerGroup const before{
            .code = "P1", .name = "Liknande", .owner = "A", .area = "grundskola", .year = 2024, .members = {"B", "C"}};
        domain::PeerGroup const other{
            .code = "P2", .name = "Alla", .owner = {}, .area = "", .year = {}, .members = {"A"}};
        auto after = before;
        after.members = {"C", "D"};
        auto const first = begin_delivery(connection, first_day, "first");
        PeerGroupWriter writer{connection, first};
        writer.write(before);
        writer.write(other);
        auto const second = begin_delivery(connection, second_day, "second");
        PeerGroupWriter{connection, second}.write(after);

        auto groups = standing_peer_groups(connection);
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].value == after);
        CHECK(groups[1].value == other);
        mark_undone(connection, second, second_day);
        CHECK(standing_peer_groups(connection)[0].value == before);
    }
}

TEST_CASE("a target stands from the newest delivery") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const period = domain::Period::make(domain::Periodicity::half_year, 2026, 2);
        domain::Target target{.measure = "ELIG",
                              .unit = "GS01",
                              .group = "T",
                              .period = period,
                              .floor = 85,
                              .target = 92,
                              .stretch = {}};
        auto const first = begin_delivery(connection, first_day, "first");
        auto const measure = MeasureWriter{connection, first}.id_of("ELIG");
        auto const unit = UnitWriter{connection, first}.id_of("GS01");
        auto const group = GroupWriter{connection, first}.id_of("T");
        TargetWriter{connection, first}.write(target, measure, unit, group);
        auto adjusted = target;
        adjusted.target = 90;
        adjusted.is_inherited = false;
        auto const second = begin_delivery(connection, second_day, "second");
        TargetWriter{connection, second}.write(adjusted, measure, unit, group);

        CHECK(standing_targets(connection) == std::vector{adjusted});
        mark_undone(connection, second, second_day);
        CHECK(standing_targets(connection) == std::vector{target});
    }
}

TEST_CASE("a mark stands from the newest delivery, for one unit or for every one, and its text can be mended") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const early = domain::Period::make(domain::Periodicity::month, 2025, 3);
        auto const late = domain::Period::make(domain::Periodicity::month, 2026, 1);
        domain::Mark const anew{
            .measure = "ELIG", .period = late, .kind = domain::MarkKind::rebase, .text = "Nytt prov"};
        domain::Mark const flood{.measure = "ELIG",
                                 .unit = "GS01",
                                 .group = "K",
                                 .period = early,
                                 .kind = domain::MarkKind::explanation,
                                 .text = "Översvämning"};
        auto const first = begin_delivery(connection, first_day, "first");
        auto const measure = MeasureWriter{connection, first}.id_of("ELIG");
        auto const unit = UnitWriter{connection, first}.id_of("GS01");
        auto const group = GroupWriter{connection, first}.id_of("K");
        MarkWriter{connection, first}.write(anew, measure, {}, {});
        MarkWriter{connection, first}.write(flood, measure, unit, group);
        CHECK(standing_marks(connection) == std::vector{flood, anew}); // by period

        auto mended = flood;
        mended.text = "Översvämning i källaren";
        auto const second = begin_delivery(connection, second_day, "second");
        MarkWriter{connection, second}.write(flood, measure, unit, group);
        MarkWriter{connection, second}.write(mended, measure, unit, group);
        CHECK(standing_marks(connection, measure) == std::vector{mended, anew});
        mark_undone(connection, second, second_day);
        CHECK(standing_marks(connection) == std::vector{flood, anew});
        auto const other = MeasureWriter{connection, first}.id_of("OTHER");
        CHECK(standing_marks(connection, other).empty());
    }
}

TEST_CASE("a revised figure stands beside the old one, and undoing it brings the old one back") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        using domain::Counts;
        using domain::Measured;
        auto const period = domain::Period::make(domain::Periodicity::month, 2026, 3);
        auto const next = period.plus(1);

        auto const first = begin_delivery(connection, first_day, "first");
        auto const measure = MeasureWriter{connection, first}.id_of("M");
        auto const unit = UnitWriter{connection, first}.id_of("U");
        auto const group = GroupWriter{connection, first}.id_of("T");
        ObservationWriter writer{connection, first};
        auto const series = writer.add_series(measure, unit, group);
        domain::Outcome const original = Measured{.value = 79.6, .counts = Counts{121, 152}, .is_preliminary = true};
        writer.write(series, period, original);
        writer.write(series, next, domain::Confidential{});
        writer.finish();

        auto const second = begin_delivery(connection, second_day, "second");
        ObservationWriter revising{connection, second};
        domain::Outcome const revised = Measured{.value = 80, .counts = {}, .is_preliminary = false};
        revising.write(series, period, revised);
        revising.finish();

        auto const standing = [&] {
            std::vector<Observation> all;
            each_standing_observation(connection, [&](Observation const& observation) { all.push_back(observation); });
            return all;
        };
        REQUIRE(standing().size() == 2);
        CHECK(standing()[0].outcome == revised);
        CHECK(standing()[1].outcome == domain::Outcome{domain::Confidential{}});
        auto const versions = history(connection, measure, unit, "T", period);
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].delivery == second);
        CHECK(versions[1].outcome == original);
        CHECK(latest_delivery(connection, measure, unit) == second);
        CHECK(periodicity_of(connection, measure) == domain::Periodicity::month);

        mark_undone(connection, second, second_day);
        REQUIRE(standing().size() == 2);
        CHECK(standing()[0].outcome == original);
        CHECK(history(connection, measure, unit, "T", period).size() == 1);
        CHECK(latest_delivery(connection, measure, unit) == first);
        mark_undone(connection, first, second_day);
        CHECK(standing().empty());
        CHECK_FALSE(periodicity_of(connection, measure));
    }
}

TEST_CASE("every kind of no value has a state of its own in the database") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const delivery = begin_delivery(connection, first_day, "first");
        ObservationWriter writer{connection, delivery};
        auto const series = writer.add_series(MeasureWriter{connection, delivery}.id_of("M"),
                                              UnitWriter{connection, delivery}.id_of("U"),
                                              GroupWriter{connection, delivery}.id_of("T"));
        std::vector<domain::Outcome> const outcomes{domain::Measured{.value = 0, .counts = {}}, domain::Missing{},
                                                    domain::NotApplicable{}, domain::Confidential{}};
        auto period = domain::Period::make(domain::Periodicity::year, 2020);
        for (auto const& outcome : outcomes) {
            writer.write(series, period, outcome);
            period = period.plus(1);
        }
        writer.finish();
        std::vector<domain::Outcome> read;
        each_standing_observation(connection, [&](Observation const& row) { read.push_back(row.outcome); });
        CHECK(read == outcomes);
        // The database itself refuses a value where there is none, and none where there is one.
        CHECK_THROWS_AS(connection.execute("update observation set value = 0 where state = 2"), DatabaseError);
        CHECK_THROWS_AS(connection.execute("update observation set value = null where state = 0"), DatabaseError);
    }
}

TEST_CASE("a delivery keeps what it brought and what was wrong with it") {
    for (auto const& back_end : back_ends()) {
        CAPTURE(back_end.name);
        Fixture fixture{back_end};
        auto& connection = *fixture.connection;
        auto const revision_before = moment(connection).revision;
        auto const delivery = begin_delivery(connection, first_day, "a.csv");
        domain::DeliveryCounts const counts{.rows = 10,
                                            .added = 5,
                                            .revised = 1,
                                            .unchanged = 2,
                                            .left_out = 2,
                                            .figures = 0,
                                            .without_value = 1,
                                            .complaints = 1};
        domain::Complaint const complaint{.file = "a.csv",
                                          .row = 7,
                                          .column = "värde",
                                          .text = "ca 110 000",
                                          .problem = "Not a number.",
                                          .remedy = "Write 110000.",
                                          .outcome = domain::Complaint::Outcome::left_out};
        ComplaintWriter{connection, delivery}.write(complaint);
        end_delivery(connection, delivery, "tidy CSV", counts);
        count_change(connection, delivery);

        CHECK(moment(connection).revision == revision_before + 1);
        auto const all = all_deliveries(connection);
        REQUIRE(all.size() == 1);
        CHECK(all[0].counts == counts);
        CHECK(all[0].received == first_day);
        CHECK(all[0].source == "a.csv");
        CHECK(all[0].format == "tidy CSV");
        CHECK_FALSE(all[0].undone);
        CHECK(complaints_of(connection, delivery) == std::vector{complaint});
    }
}
