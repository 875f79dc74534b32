#include "base/error.hpp"
#include "steering/organisation.hpp"
#include "steering/organisation_fixture.hpp"
#include "steering/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test;

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> files_in(fs::path const& folder) {
    std::map<std::string, std::string> files;
    for (auto const& entry : fs::directory_iterator{folder}) {
        std::ifstream file{entry.path(), std::ios::binary};
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>{file}, {}};
    }
    return files;
}

// Units, measures, groups, peers, targets, marks and figures of two deliveries, one of them undone, and a publication.
void deliver_figures(TestOrganisation& test) {
    test.deliver("units.csv", "code,name,parent,kind,operation,valid_from\nK,\"Kommunen, hela\",,municipality,,\n"
                              "N,Norr,K,unit,skola,2020-01-01\nS,Syd,K,unit,skola,\n");
    test.deliver("measures.csv",
                 "code,title,kind,multiplier,polarity,min_effect\nBEH,Behöriga,proportion,100,higher,2\n"
                 "KOST,Kostnad,money,1,lower,\n");
    test.deliver("values.csv", "measure,unit,group,period,value,numerator,denominator\nBEH,N,T,2024,80,80,100\n"
                               "BEH,N,K,2024,82.5,33,40\nBEH,S,T,2024,70,70,100\nKOST,N,T,2024,0.1,,\n"
                               "BEH,N,T,2025,,,\n");
    auto const revised = test.deliver("again.csv", "measure,unit,period,value\nKOST,N,2024,0.3\nKOST,S,2024,1e-7\n");
    test.organisation->undo(*revised.delivery, at_second_day);
    test.deliver("targets.csv", "measure,unit,period,target\nBEH,N,2024,85\n");
    test.organisation->mark({.measure = "BEH",
                             .unit = "N",
                             .period = *domain::Period::from_text("2024"),
                             .kind = domain::MarkKind::explanation,
                             .text = "Ny skola,\n\"två\" klasser"},
                            "a person", at_first_day);
    test.organisation->save_peer_group({.code = "P", .name = "Lika", .owner = "N", .members = {"S"}}, "a person",
                                       at_first_day);
    test.organisation->publish("Delår", at_second_day);
}

} // namespace

TEST_CASE("two hundred organisations are exported and restored, and the second export has the same bytes") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        TestOrganisation test;
        if (seed % 20 == 0)
            deliver_figures(test);
        else
            test.deliver("units.csv", "code,name,parent\nK,Kommunen,\nN,Norr,K\nS,Syd,K\n");
        test.organisation->carry_out(at_first_day,
                                     [&](Work& work) { RandomPlan{seed, {"K", "N", "S"}}.put_into(work); });

        auto const first = test.folder.path() / "first";
        test.organisation->export_to(first, at_second_day);
        auto const data = test.folder.path() / "restored";
        Organisation::restore(data, first);
        auto const restored = Organisation::open(data);
        CHECK(restored->check().empty());
        auto const second = test.folder.path() / "second";
        restored->export_to(second, at_second_day);

        auto const files = files_in(first);
        CHECK(files.size() > 30);
        CHECK(files == files_in(second));
        // Equal in memory too, and not by both being empty.
        auto const before = test.organisation->plan();
        auto const after = restored->plan();
        CHECK(std::apply([](auto const&... table) { return (table.size() + ...); }, before->all()) > 5);
        std::apply(
            [&]<class... T>(plan::Table<T> const&... table) {
                auto const compare = [&]<class U>(plan::Table<U> const& records) {
                    REQUIRE(records.size() == after->of<U>().size());
                    for (auto const& record : records) CHECK(*after->of<U>().find(record.id) == record);
                };
                (compare(table), ...);
            },
            before->all());
    }
}

TEST_CASE("what an undone delivery said, and who published what, is restored with the figures") {
    TestOrganisation test;
    deliver_figures(test);
    test.organisation->export_to(test.folder.path() / "out", at_second_day);
    Organisation::restore(test.folder.path() / "restored", test.folder.path() / "out");
    auto const restored = Organisation::open(test.folder.path() / "restored");

    auto const before = test.organisation->snapshot();
    auto const after = restored->snapshot();
    CHECK(after->name == "Kommunen, hela");
    CHECK(after->data.units.size() == 3);
    auto const deliveries = restored->deliveries();
    REQUIRE(deliveries.size() == test.organisation->deliveries().size());
    CHECK(std::ranges::count_if(deliveries, [](auto const& delivery) { return delivery.undone.has_value(); }) == 1);
    CHECK(restored->publications().size() == 1);
    auto const measure = after->data.find_measure("KOST");
    REQUIRE(measure);
    auto const& cube = *after->data.measures[*measure].cube;
    CHECK(cube.value(cube.at(0, 0, *after->data.find_unit("N"))) == 0.1); // the revision was undone
    CHECK(before->list.cards.size() == after->list.cards.size());
}

TEST_CASE("an export is refused where something is there already, and a changed one is not restored") {
    TestOrganisation test;
    deliver_figures(test);
    auto const out = test.folder.path() / "out";
    test.organisation->export_to(out, at_second_day);
    CHECK_THROWS_AS(test.organisation->export_to(out, at_second_day), base::Error);

    auto const data = test.folder.path() / "restored";
    SUBCASE("a figure was changed") {
        auto file = files_in(out)["observations.csv"];
        file.replace(file.find("0.1"), 3, "0.2");
        std::ofstream{out / "observations.csv", std::ios::binary} << file;
        CHECK_THROWS_WITH_AS(Organisation::restore(data, out), doctest::Contains("not as it was exported"),
                             base::Error);
    }
    SUBCASE("a file is gone") {
        fs::remove(out / "units.csv");
        CHECK_THROWS_AS(Organisation::restore(data, out), base::Error);
    }
    SUBCASE("there is an organisation already") {
        CHECK_THROWS_WITH_AS(Organisation::restore(test.folder.path() / "data", out),
                             doctest::Contains("there is an organisation already"), base::Error);
        CHECK(test.organisation->check().empty());
    }
    SUBCASE("of a newer format") {
        auto file = files_in(out)["datapackage.json"];
        file.replace(file.find("\"format_version\": 1"), 19, "\"format_version\": 2");
        std::ofstream{out / "datapackage.json", std::ios::binary} << file;
        CHECK_THROWS_AS(Organisation::restore(data, out), base::Error);
    }
    // Nothing was left that would be in the way of the right files.
    Organisation::restore(test.folder.path() / "another", [&] {
        auto const fresh = test.folder.path() / "fresh";
        test.organisation->export_to(fresh, at_second_day);
        return fresh;
    }());
}
