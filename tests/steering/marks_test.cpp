// What a person says of points, of peers, and of the list itself.

#include "base/error.hpp"
#include "steering/organisation_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test;

namespace {

struct School : TestOrganisation {
    School() {
        deliver("units.csv", "code,name,parent,kind,operation\nK,Kommunen,,municipality,\n"
                             "N,Norrskolan,K,unit,grundskola\nS,Söderskolan,K,unit,grundskola\n");
        deliver("measures.csv", "code,title,polarity\nBEH,Behöriga,higher\nFOLK,Folkmängd,neutral\n");
        deliver("values.csv", "measure,unit,period,value\nBEH,N,2024,80\nBEH,N,2025,81\nBEH,S,2025,70\n");
    }
    std::vector<domain::Mark> marks() const {
        auto const snapshot = organisation->snapshot();
        return snapshot->data.measures[*snapshot->data.find_measure("BEH")].marks;
    }
    std::string error_of(domain::Mark const& mark) const {
        try {
            organisation->mark(mark, "a person", at_second_day);
        } catch (base::Error const& error) {
            return error.what();
        }
        return {};
    }
};

domain::Period year(int number) { return domain::Period::make(domain::Periodicity::year, number); }

domain::Mark new_start() {
    return {.measure = "BEH", .period = year(2025), .kind = domain::MarkKind::rebase, .text = "Nytt betygssystem"};
}

} // namespace

TEST_CASE(
    "a mark is a delivery of its own: it is listed, comes with the measure by period, and is taken back by undoing") {
    School school;
    auto const first = school.organisation->mark(new_start(), "a person", at_first_day);
    REQUIRE(first.delivery);
    CHECK(first.counts.added == 1);
    domain::Mark const flood{.measure = "BEH",
                             .unit = "N",
                             .group = "T",
                             .period = year(2024),
                             .kind = domain::MarkKind::explanation,
                             .text = "Vattenskada"};
    school.organisation->mark(flood, "a person", at_second_day);
    CHECK(school.marks() == std::vector{flood, new_start()});
    CHECK(school.organisation->deliveries().front().source == "a person");

    auto mended = new_start();
    mended.text = "Nytt betygssystem, Lgr22";
    auto const second = school.organisation->mark(mended, "a person", at_second_day);
    CHECK(second.counts.revised == 1);
    CHECK(school.marks() == std::vector{flood, mended});
    CHECK_FALSE(school.organisation->mark(mended, "a person", at_second_day).delivery); // said already

    school.organisation->undo(*second.delivery, at_second_day);
    CHECK(school.marks() == std::vector{flood, new_start()});
    school.organisation->undo(*first.delivery, at_second_day);
    CHECK(school.marks() == std::vector{flood});
    CHECK(school.organisation->check().empty());
}

TEST_CASE("a new start without a reason is refused, and so is a mark on what is not there") {
    School const school;
    auto mark = new_start();
    mark.text.clear();
    CHECK(school.error_of(mark) == "a new start needs its reason: say what changed");
    mark = new_start();
    mark.measure = "NO";
    CHECK(school.error_of(mark).find("does not exist. (measure \"NO\")") != std::string::npos);
    mark = new_start();
    mark.unit = "X";
    CHECK(school.error_of(mark).find("(unit \"X\")") != std::string::npos);
    mark = new_start();
    mark.group = "W";
    CHECK(school.error_of(mark).find("(group \"W\")") != std::string::npos);
    mark = new_start();
    mark.period = domain::Period::make(domain::Periodicity::month, 2025, 3);
    CHECK(school.error_of(mark).find("another kind of period") != std::string::npos);
    CHECK(school.marks().empty());
}

TEST_CASE("marks come by file too, in any order with the figures they are on") {
    TestOrganisation test;
    auto const report = test.organisation->deliver(
        {test.folder.write("marks.csv", "mått;enhet;grupp;period;slag;text\nBEH;;;2025;omstart;Nytt betygssystem\n"
                                        "BEH;X;;2025;förklaring;Brand\nBEH;;;2024;omstart;\n"),
         test.folder.write("values.csv", "measure,unit,period,value\nBEH,N,2024,80\n"),
         test.folder.write("rest.csv", "code,name,parent,kind\nN,Norrskolan,,unit\n"),
         test.folder.write("measures.csv", "code,title,polarity\nBEH,Behöriga,higher\n")},
        {}, at_first_day);
    REQUIRE(report.delivery);
    CHECK(report.files[0].counts.added == 1);
    CHECK(report.counts.left_out == 2);
    auto const snapshot = test.organisation->snapshot();
    CHECK(snapshot->data.measures[*snapshot->data.find_measure("BEH")].marks == std::vector{new_start()});
}

TEST_CASE("a measure's conditions come with its definition, and those that do not exist are told") {
    School school;
    auto const report = school.deliver("conditions.csv", "kod;förutsättningar\nBEH;FOLK, SALSA\n");
    CHECK(report.counts.revised == 1);
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].text == "SALSA");
    CHECK(report.complaints[0].outcome == domain::Complaint::Outcome::noted);
    auto const snapshot = school.organisation->snapshot();
    CHECK(snapshot->data.measures[*snapshot->data.find_measure("BEH")].measure.conditions ==
          std::vector<std::string>{"FOLK", "SALSA"});
}

TEST_CASE("peers are saved under a name, by a delivery that can be undone") {
    School const school;
    domain::PeerGroup const likes{.code = "LIKA", .name = "Skolor som Norr", .owner = "N", .members = {"S"}};
    auto const report = school.organisation->save_peer_group(likes, "a person", at_first_day);
    REQUIRE(report.delivery);
    auto const entry = school.organisation->snapshot()->data.peer_groups.at(0);
    CHECK(entry.group == likes);
    CHECK(entry.members.size() == 1);
    school.organisation->undo(*report.delivery, at_second_day);
    CHECK(school.organisation->snapshot()->data.peer_groups.empty());

    auto wrong = likes;
    wrong.members = {"S", "NOWHERE"};
    CHECK_THROWS_WITH_AS(school.organisation->save_peer_group(wrong, "a person", at_first_day),
                         doctest::Contains("NOWHERE"), base::Error);
    wrong.members = {};
    CHECK_THROWS_AS(school.organisation->save_peer_group(wrong, "a person", at_first_day), base::Error);
    wrong = likes;
    wrong.owner = "NOWHERE";
    CHECK_THROWS_AS(school.organisation->save_peer_group(wrong, "a person", at_first_day), base::Error);
}

TEST_CASE("what was published remains, is solved after two quiet publications, and may come back") {
    TestOrganisation test;
    test.deliver("units.csv", "code,name,kind,operation\nN,Norr,unit,skola\nS,Syd,unit,skola\n");
    test.deliver("measures.csv", "code,title,kind,multiplier,polarity\nBEH,Behöriga,proportion,100,higher\n");
    auto const values = [](int north) {
        return fmt::format("measure,unit,period,numerator,denominator\nBEH,N,2025,{},100\nBEH,S,2025,80,100\n", north);
    };
    test.deliver("values.csv", values(50));
    test.deliver("targets.csv", "measure,unit,period,target\nBEH,N,2020,80\n");
    auto const state = [&] {
        auto const snapshot = test.organisation->snapshot();
        auto const& cards = snapshot->list.cards;
        for (std::size_t at = 0; at < cards.size(); ++at)
            if (snapshot->data.units[cards[at].unit].unit.code == "N") return snapshot->states.of_cards[at];
        return std::optional<study::State>{};
    };
    CHECK_FALSE(state()); // nothing has been published to be new against
    test.organisation->publish("March", at_first_day);
    CHECK(state() == study::State::remains);
    CHECK_THROWS_WITH_AS(test.organisation->publish("March again", at_second_day),
                         doctest::Contains("nothing has changed since \"March\""), base::Error);
    CHECK_THROWS_AS(test.organisation->publish("", at_second_day), base::Error);

    auto const target_missed = [](domain::PublishedFinding const& finding) {
        return finding.unit == "N" && finding.kind == "target" && finding.judgement == "worse";
    };
    test.deliver("values.csv", values(81));
    auto snapshot = test.organisation->snapshot();
    CHECK(std::ranges::count_if(snapshot->states.kept, target_missed, &study::Kept::published) == 1);
    CHECK(snapshot->states.solved.empty());
    test.organisation->publish("April", at_first_day);
    test.deliver("values.csv", values(82));
    snapshot = test.organisation->snapshot();
    CHECK(snapshot->states.kept.empty());
    REQUIRE(std::ranges::count_if(snapshot->states.solved, target_missed) == 1);
    CHECK(std::ranges::find_if(snapshot->states.solved, target_missed)->value == 50); // what it was
    test.organisation->publish("May", at_second_day);
    CHECK(test.organisation->snapshot()->states.solved.empty());

    test.deliver("values.csv", values(50));
    CHECK(state() == study::State::returned);
    auto const all = test.organisation->publications();
    REQUIRE(all.size() == 3);
    CHECK(all.front().name == "May");
    CHECK(Organisation::open(test.data_folder())->snapshot()->states == test.organisation->snapshot()->states);
}
