// Whole deliveries through real files and a real database.

#include "base/error.hpp"
#include "steering/delivery_fixture.hpp"
#include "steering/organisation.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test::deliveries;

TEST_CASE("a delivery of definitions and figures is read, stored and rolled up") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", units},
                                         {"measures.csv", measures},
                                         {"values.csv", "measure,unit,group,period,value,numerator,denominator\n"
                                                        "BEH,N,T,2025,80,80,100\n"
                                                        "BEH,S,T,2025,90,270,300\n"}});
    REQUIRE(report.delivery);
    CHECK(report.counts.rows == 6);
    CHECK(report.counts.added == 7); // and the group T, which needs no definition
    REQUIRE(report.files.size() == 3);
    CHECK(report.files[0].counts.added == 3);
    CHECK(report.files[1].counts.added == 1);
    CHECK(report.files[2].counts.figures == 2);
    CHECK(report.files[2].counts.added == 2);
    CHECK(report.counts.figures == 2);
    CHECK(report.counts.complaints == 0);
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
    CHECK(fixture.standing("BEH", "K", "2025") == "87.5 aggregated"); // 350 of 400, not the mean of 80 and 90
    CHECK(fixture.organisation->snapshot()->name == "Kommunen");
    CHECK(fixture.organisation->check().empty());
}

TEST_CASE("files may come in any order, and figures before the units they are about") {
    Fixture fixture;
    auto const report = fixture.deliver({{"values.csv", "measure;unit;period;value\nBEH;N;2025;80,5\n"},
                                         {"units.csv", units},
                                         {"measures.csv", measures}});
    CHECK(report.counts.complaints == 0);
    CHECK(fixture.standing("BEH", "N", "2025") == "80.5");
}

TEST_CASE("the same delivery twice changes nothing") {
    Fixture fixture;
    std::vector<std::pair<std::string, std::string>> const files{
        {"units.csv", units}, {"measures.csv", measures}, {"values.csv", "measure,unit,period,value\nBEH,N,2025,80\n"}};
    REQUIRE(fixture.deliver(files).delivery);
    auto const revision = fixture.organisation->snapshot()->revision;
    auto const again = fixture.deliver(files, second_day);
    CHECK_FALSE(again.delivery);
    CHECK(again.counts.unchanged == 5);
    CHECK(again.counts.added + again.counts.revised == 0);
    CHECK(fixture.organisation->deliveries().size() == 1);
    CHECK(fixture.organisation->snapshot()->revision == revision);
}

TEST_CASE("a revised figure is kept beside the old, and undoing its delivery restores what was there") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units},
                     {"measures.csv", measures},
                     {"values.csv", "measure,unit,period,value\nBEH,N,2025,80\nBEH,S,2025,..\n"}});
    auto const revising =
        fixture.deliver({{"later.csv", "measure,unit,period,value\nBEH,N,2025,81\nBEH,S,2025,70\nBEH,N,2026,82\n"},
                         {"measures.csv", "code,polarity\nBEH,lower\n"}},
                        second_day);
    REQUIRE(revising.delivery);
    CHECK(revising.counts.revised == 3);
    CHECK(revising.counts.added == 1);
    CHECK(fixture.standing("BEH", "N", "2025") == "81");
    CHECK(fixture.standing("BEH", "S", "2025") == "70");
    auto const snapshot = fixture.organisation->snapshot();
    auto const measure = *snapshot->data.find_measure("BEH");
    CHECK(snapshot->data.measures[measure].measure.polarity == domain::Polarity{domain::Direction::lower_is_better});
    CHECK(snapshot->data.measures[measure].measure.title == "Behöriga till yrkesprogram"); // what was not stated stays
    auto const history = fixture.organisation->history(snapshot->data.measures[measure].id,
                                                       snapshot->data.units[*snapshot->data.find_unit("N")].id, "T",
                                                       *domain::Period::from_text("2025"));
    REQUIRE(history.size() == 2);
    CHECK(std::get<domain::Measured>(history[0].outcome).value == 81);
    CHECK(std::get<domain::Measured>(history[1].outcome).value == 80);

    fixture.organisation->undo(*revising.delivery, at_second_day);
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
    CHECK(fixture.standing("BEH", "S", "2025") == "confidential");
    CHECK(fixture.standing("BEH", "N", "2026") == "absent");
    auto const before = fixture.organisation->snapshot();
    CHECK(before->data.measures[measure].measure.polarity == domain::Polarity{domain::Direction::higher_is_better});
    CHECK(fixture.organisation->check().empty());

    CHECK_THROWS_AS(fixture.organisation->undo(*revising.delivery, at_second_day), base::Error); // already undone
    CHECK_THROWS_AS(fixture.organisation->undo(domain::DeliveryId{99}, at_second_day), base::Error);
    CHECK_THROWS_AS(fixture.organisation->complaints(domain::DeliveryId{99}), base::Error);

    // Delivered again, it is news again.
    auto const again = fixture.deliver({{"later.csv", "measure,unit,period,value\nBEH,N,2025,81\n"}}, second_day);
    CHECK(again.counts.revised == 1);
    CHECK(fixture.standing("BEH", "N", "2025") == "81");
}

TEST_CASE("a dry run tells what would happen and stores nothing") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", units}}, first_day, {.read = {}, .is_dry_run = true});
    CHECK(report.counts.added == 3);
    CHECK_FALSE(report.delivery);
    CHECK(fixture.organisation->deliveries().empty());
    CHECK(fixture.organisation->snapshot()->data.units.empty());
}

TEST_CASE("a strict delivery with a complaint stores nothing, and an ordinary one stores the rest") {
    Fixture fixture;
    std::vector<std::pair<std::string, std::string>> const files{
        {"units.csv", units},
        {"measures.csv", measures},
        {"values.csv", "measure,unit,period,value\nBEH,N,2025,80\nBEH,S,2025,ca 90\n"}};
    auto const strict = fixture.deliver(files, first_day, {.read = {}, .is_strict = true});
    CHECK_FALSE(strict.delivery);
    CHECK(fixture.organisation->snapshot()->data.units.empty());

    auto const report = fixture.deliver(files);
    REQUIRE(report.delivery);
    CHECK(report.counts.left_out == 1);
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].file == "values.csv");
    CHECK(report.complaints[0].row == 3);
    CHECK(report.complaints[0].text == "ca 90");
    CHECK(fixture.organisation->complaints(*report.delivery) == report.complaints);
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
    CHECK(fixture.standing("BEH", "S", "2025") == "absent");
}

TEST_CASE("figures of a unit, a measure and a group that nobody defined are stored under their codes, with one "
          "complaint each") {
    Fixture fixture;
    auto const report = fixture.deliver({{"values.csv", "measure,unit,group,period,value\n"
                                                        "X,U,0-19,2024,1\nX,U,0-19,2025,2\nX,U,T,2025,3\n"}});
    REQUIRE(report.complaints.size() == 3);
    for (auto const& complaint : report.complaints) CHECK(complaint.outcome == domain::Complaint::Outcome::noted);
    CHECK(report.counts.figures == 3);
    CHECK(fixture.standing("X", "U", "2025", "0-19") == "2");
}

TEST_CASE("the same figure twice in a delivery: the same is harmless, another value is complained about") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", units},
                                         {"measures.csv", measures},
                                         {"values.csv", "measure,unit,period,value\n"
                                                        "BEH,N,2025,80\nBEH,N,2025,80\nBEH,N,2025,81\n"}});
    CHECK(report.counts.figures == 1);
    CHECK(report.counts.unchanged == 1);
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].row == 4);
    CHECK(report.complaints[0].problem == "The delivery states this figure twice, with different values.");
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
}

TEST_CASE("a figure that stands in two files of one delivery is found out as well") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", units},
                                         {"measures.csv", measures},
                                         {"a.csv", "measure,unit,period,value\nBEH,N,2025,80\n"},
                                         {"b.csv", "measure,unit,period,value\nBEH,N,2025,81\nBEH,N,2024,79\n"}});
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].file == "b.csv");
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
    CHECK(fixture.standing("BEH", "N", "2024") == "79");
}

TEST_CASE("a tree that bites its own tail is refused, whichever delivery closes the circle") {
    Fixture fixture;
    CHECK_THROWS_AS(fixture.deliver({{"units.csv", "code,name,parent\nA,a,B\nB,b,C\nC,c,A\n"}}), base::Error);
    CHECK(fixture.organisation->deliveries().empty());
    fixture.deliver({{"units.csv", "code,name,parent\nA,a,\nB,b,A\n"}});
    CHECK_THROWS_AS(fixture.deliver({{"units.csv", "code,parent\nA,B\n"}}), base::Error);
    CHECK_THROWS_AS(fixture.deliver({{"units.csv", "code,parent\nA,A\n"}}), base::Error);
    CHECK(fixture.organisation->check().empty());
}

TEST_CASE("of a code that is defined twice in a file the first is kept, and the other rows come in") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", "code,name,parent\nA,a,\nB,,A\nA,c,B\n"}});
    REQUIRE(report.complaints.size() == 2);
    CHECK(report.complaints[0].row == 3);
    CHECK(report.complaints[0].problem == "The unit is new and has no name.");
    CHECK(report.complaints[1].row == 4);
    CHECK(report.complaints[1].problem == "The file has defined the same code on an earlier row.");
    CHECK(report.complaints[1].outcome == domain::Complaint::Outcome::left_out);
    CHECK(report.counts.added == 2);
    CHECK(report.counts.left_out == 1);
    auto const snapshot = fixture.organisation->snapshot();
    CHECK(snapshot->data.units[*snapshot->data.find_unit("A")].unit.name == "a");
}

TEST_CASE("a measure keeps to one kind of period") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units}, {"measures.csv", measures}});
    fixture.deliver({{"values.csv", "measure,unit,period,value\nBEH,N,2025,80\n"}});
    auto const report =
        fixture.deliver({{"later.csv", "measure,unit,period,value\nBEH,N,2025-03,80\nBEH,N,2026,81\n"}});
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].problem == "The measure is followed by another kind of period.");
    CHECK(fixture.standing("BEH", "N", "2026") == "81");
}

TEST_CASE("more of a kind than all is impossible, and a value that its counts contradict is noted") {
    Fixture fixture;
    auto const report =
        fixture.deliver({{"units.csv", units},
                         {"measures.csv", measures},
                         {"values.csv", "measure,unit,period,value,numerator,denominator\n"
                                        "BEH,N,2024,120,120,100\nBEH,N,2025,70,80,100\nBEH,S,2025,80,80,100\n"}});
    REQUIRE(report.complaints.size() == 2);
    CHECK(report.complaints[0].problem == "The numerator is greater than the denominator.");
    CHECK(report.complaints[1].problem == "The value is not what numerator and denominator give.");
    CHECK(fixture.standing("BEH", "N", "2024") == "absent");
    CHECK(fixture.standing("BEH", "N", "2025") == "70");
}

TEST_CASE("units may be named by their names or external codes where these are unmistakable") {
    Fixture fixture;
    fixture.deliver({{"units.csv", "code,name,external:skolverket\nN,Norrskolan,4711\nS,Söderskolan,4712\n"}});
    auto const report =
        fixture.deliver({{"values.csv", "measure,unit,period,value\nX,NORRSKOLAN ,2025,1\nX,4712,2025,2\n"}});
    CHECK(report.counts.complaints == 1); // the measure is not defined
    CHECK(fixture.standing("X", "N", "2025") == "1");
    CHECK(fixture.standing("X", "S", "2025") == "2");
}

TEST_CASE("files of the same name are told apart by their folders, and one named twice is refused") {
    Fixture fixture;
    std::vector<std::filesystem::path> files;
    for (auto const* year : {"2024", "2025"}) {
        std::filesystem::create_directory(fixture.folder.path() / year);
        auto const unit = std::string{"U"} + year;
        files.push_back(fixture.folder.write(std::string{year} + "/units.csv",
                                             "code,name,parent\nA,a,\n" + unit + "," + unit + ",A\n"));
    }
    auto const report = fixture.organisation->deliver(files, {}, at_first_day);
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[1].file == files[1].string());
    CHECK(report.files[1].counts.added == 2); // what both define is counted where it was defined last
    CHECK_THROWS_AS(fixture.organisation->deliver({files[0], files[0]}, {}, at_first_day), base::Error);
}

TEST_CASE("a unit may be named by its name in the very delivery that defines it") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", units},
                                         {"measures.csv", measures},
                                         {"values.csv", "measure,unit,period,value\nBEH,Norrskolan,2025,80\n"}});
    CHECK(report.counts.complaints == 0);
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
    CHECK(fixture.organisation->snapshot()->data.units.size() == 3);
}

TEST_CASE("a complaint names its file also where the file is longer than what is written at once") {
    Fixture fixture;
    std::string values = "measure,unit,period,value\nBEH,N,2025,80\nBEH,N,2025,81\n";
    for (auto unit = 0; unit < 70'000; ++unit) values += "BEH,U" + std::to_string(unit) + ",2025,1\n";
    auto const report =
        fixture.deliver({{"units.csv", units}, {"measures.csv", measures}, {"long.csv", std::move(values)}});
    REQUIRE_FALSE(report.complaints.empty());
    CHECK(report.complaints[0].file == "long.csv");
    CHECK(report.complaints[0].row == 3);
}

TEST_CASE("what only a row that was left out speaks of does not exist") {
    Fixture fixture;
    auto const report =
        fixture.deliver({{"measures.csv", measures},
                         {"values.csv", "measure,unit,period,value,numerator,denominator\nBEH,GHOST,2025,,3,2\n"},
                         {"units.csv", "code,name,parent\nA,a,GHOST\n"}});
    REQUIRE(report.complaints.size() == 2);
    CHECK(report.complaints[1].problem == "The unit above does not exist.");
}

TEST_CASE("a row that was left out does not decide which kind of period a measure has") {
    Fixture fixture;
    auto const report = fixture.deliver({{"units.csv", units},
                                         {"measures.csv", measures},
                                         {"values.csv", "measure,unit,period,value,numerator,denominator\n"
                                                        "BEH,N,2025-03,,3,2\nBEH,N,2025,80,,\n"}});
    CHECK(report.complaints.size() == 1);
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
}

TEST_CASE("whoever gives a measure another kind of period is told that its figures are then not shown") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units},
                     {"measures.csv", measures},
                     {"values.csv", "measure,unit,period,value\nBEH,N,2025,80\n"}});
    auto const report = fixture.deliver({{"measures.csv", "code,periodicity\nBEH,month\n"}}, second_day);
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].problem == "The measure has figures for another kind of period.");
    CHECK(fixture.deliver({{"measures.csv", "code,periodicity\nBEH,year\n"}}, second_day).complaints.empty());
}

TEST_CASE("a delivery is not undone where that would put a unit under itself") {
    Fixture fixture;
    fixture.deliver({{"units.csv", "code,name,parent\nA,a,B\nB,b,\n"}});
    auto const out = fixture.deliver({{"units.csv", "code,name,parent\nA,a,X\nX,x,\n"}}, second_day);
    auto const under = fixture.deliver({{"units.csv", "code,parent\nB,A\n"}}, second_day);
    CHECK_THROWS_AS(fixture.organisation->undo(*out.delivery, at_second_day), base::Error);
    CHECK(fixture.organisation->check().empty());
    fixture.organisation->undo(*under.delivery, at_second_day);
    fixture.organisation->undo(*out.delivery, at_second_day);
    CHECK(fixture.organisation->check().empty());
}

TEST_CASE("an organisation is not made by who only wants to read it") {
    rodtrad::test::TemporaryFolder const folder;
    CHECK_THROWS_AS(Organisation::open(folder.path() / "mistyped"), base::Error);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "mistyped"));
    Organisation::open_or_create(folder.path() / "data");
    CHECK(Organisation::open(folder.path() / "data")->snapshot()->data.units.empty());
}

TEST_CASE("deliveries are read by several threads while others land and are undone") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units},
                     {"measures.csv", measures},
                     {"values.csv", "measure,unit,period,value\nBEH,N,2025,80\n"}});
    auto const snapshot = fixture.organisation->snapshot();
    auto const measure = snapshot->data.measures[*snapshot->data.find_measure("BEH")].id;
    auto const unit = snapshot->data.units[*snapshot->data.find_unit("N")].id;
    auto const period = *domain::Period::from_text("2025");

    std::atomic<bool> is_over = false;
    std::atomic<int> contradictions = 0;
    auto const read = [&] {
        while (!is_over) {
            if (fixture.organisation->history(measure, unit, "T", period).empty()) ++contradictions;
            if (!fixture.organisation->latest_delivery(measure, unit)) ++contradictions;
            if (!fixture.organisation->check().empty()) ++contradictions;
            if (fixture.organisation->snapshot()->data.units.size() != 3) ++contradictions;
        }
    };
    std::thread first{read};
    std::thread second{read};
    auto const other = Organisation::open(fixture.folder.path() / "data"); // as another program
    for (auto value = 0; value < 20; ++value) {
        auto const file =
            fixture.folder.write("values.csv", "measure,unit,period,value\nBEH,N,2025," + std::to_string(value) + "\n");
        auto const report = other->deliver({file}, {}, at_second_day);
        if (value % 2 == 0 && report.delivery) other->undo(*report.delivery, at_second_day);
    }
    is_over = true;
    first.join();
    second.join();
    CHECK(contradictions == 0);
}

TEST_CASE("peer groups know their owner by code or name, and do without strangers") {
    Fixture fixture;
    auto const report = fixture.deliver({{"peers.csv", "group,name,owner,area,year,member\n"
                                                       "P,Liknande,Norrskolan,grundskola,2025,S\n"
                                                       "P,Liknande,Norrskolan,grundskola,2025,OKÄND\n"},
                                         {"units.csv", units}});
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].text == "OKÄND");
    auto const snapshot = fixture.organisation->snapshot();
    REQUIRE(snapshot->data.peer_groups.size() == 1);
    CHECK(snapshot->data.peer_groups[0].owner == snapshot->data.find_unit("N"));
    CHECK(snapshot->data.peer_groups[0].members.size() == 1);
}

TEST_CASE("another program's delivery is seen without opening the organisation again") {
    Fixture fixture;
    CHECK(fixture.organisation->snapshot()->data.units.empty());
    auto const other = Organisation::open(fixture.folder.path() / "data");
    other->deliver({fixture.folder.write("units.csv", units)}, {}, at_first_day);
    CHECK(fixture.organisation->snapshot()->data.units.size() == 3);
}

TEST_CASE("a file that breaks off in the middle of a delivery leaves nothing of it") {
    Fixture fixture;
    auto const good = fixture.folder.write("units.csv", units);
    CHECK_THROWS_AS(fixture.organisation->deliver({good, fixture.folder.path() / "absent.csv"}, {}, at_first_day),
                    base::Error);
    CHECK(fixture.organisation->snapshot()->data.units.empty());
    CHECK(fixture.organisation->deliveries().empty());
}

TEST_CASE("one field of a measure is restated, and the rest stays") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units}, {"measures.csv", measures}});
    domain::Measure const change{.code = "BEH", .title = {}, .polarity = domain::WantedRange{80, 95}};
    auto const report = fixture.organisation->restate(
        change, static_cast<import::Fields>(import::MeasureField::polarity), "test", at_second_day);
    CHECK(report.delivery);
    auto const snapshot = fixture.organisation->snapshot();
    auto const& measure = snapshot->data.measures[*snapshot->data.find_measure("BEH")];
    CHECK(measure.measure.polarity == domain::Polarity{domain::WantedRange{80, 95}});
    CHECK(measure.measure.title == "Behöriga till yrkesprogram");
    CHECK(measure.version == 2);
    domain::Measure const unknown{.code = "NONE", .title = {}};
    CHECK_THROWS_AS(fixture.organisation->restate(unknown, 0, "test", at_second_day), base::Error);
}
