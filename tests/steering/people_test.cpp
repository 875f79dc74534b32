// People, what they may, and who may look after them.

#include "steering/organisation_fixture.hpp"
#include "steering/people.hpp"
#include "steering/sign_in.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::steering;

namespace {

base::Instant const noon = base::to_instant("2026-11-02T11:00:00Z");

// A municipality with two schools; one administrator of all of it, and one of the school in the north.
struct Town {
    steering::test::TestOrganisation fixture;
    Organisation& organisation = *fixture.organisation;
    domain::PersonId all, north;

    Town() {
        fixture.deliver("units.csv", "code,name,parent,kind\nlill,Lillköping,,municipality\nnorr,Norrskolan,lill,unit\n"
                                     "soder,Söderskolan,lill,unit\n");
        organisation.carry_out(by_command_line("a test", noon), [&](Work& work) {
            all = add(work, "all", domain::Role::administrator, "");
            north = add(work, "north", domain::Role::administrator, "norr");
        });
    }
    static domain::PersonId add(Work& work, std::string const& name, domain::Role role, std::string const& unit) {
        auto const id = add_person(work, {.user_name = name, .name = name, .email = {}});
        give_role(work, id, {.role = role, .unit = unit, .from = {}, .to = {}}, {});
        return id;
    }
    void as(domain::PersonId person, std::function<void(Work&)> const& use_case) {
        auto const plan = organisation.plan();
        organisation.carry_out({Actor::of(*plan->people.find(person)), noon}, use_case);
    }
    bool is_forbidden(domain::PersonId person, std::function<void(Work&)> const& use_case) {
        try {
            as(person, use_case);
            return false;
        } catch (Forbidden const&) {
            return true;
        }
    }
    std::string refused_field(domain::PersonId person, std::function<void(Work&)> const& use_case) {
        try {
            as(person, use_case);
            return "nothing";
        } catch (Refused const& refused) {
            return refused.field();
        }
    }
};

} // namespace

TEST_CASE("an administrator of a branch gives roles there, and nowhere else") {
    Town town;
    domain::PersonId teacher;
    town.as(town.north, [&](Work& work) { teacher = Town::add(work, "teacher", domain::Role::member, "norr"); });
    CHECK(town.is_forbidden(town.north, [&](Work& work) {
        give_role(work, teacher, {.role = domain::Role::member, .unit = "soder", .from = {}, .to = {}}, {});
    }));
    CHECK(town.is_forbidden(town.north, [&](Work& work) {
        give_role(work, teacher, {.role = domain::Role::administrator, .unit = "", .from = {}, .to = {}}, {});
    }));
    CHECK(town.is_forbidden(teacher, [&](Work& work) {
        give_role(work, teacher, {.role = domain::Role::manager, .unit = "norr", .from = {}, .to = {}}, {});
    }));
}

TEST_CASE("an administrator of a branch gets no way in as someone who may more") {
    Town town;
    CHECK(town.is_forbidden(town.north, [&](Work& work) { make_link(work, town.all); }));
    CHECK(town.is_forbidden(town.north, [&](Work& work) { deactivate(work, town.all, {}); }));
    CHECK(!town.is_forbidden(town.all, [&](Work& work) { make_link(work, town.north); }));
}

TEST_CASE("the last administrator stays one") {
    Town town;
    auto const grant = town.organisation.plan()->grants_of(town.all).front()->id;
    CHECK(town.refused_field(town.all, [&](Work& work) { end_role(work, grant, work.today(), {}); }) == "");
    CHECK(town.refused_field(town.all, [&](Work& work) { deactivate(work, town.all, {}); }) == "");
    domain::PersonId second;
    town.as(town.all, [&](Work& work) { second = Town::add(work, "second", domain::Role::administrator, {}); });
    CHECK(town.refused_field(town.all, [&](Work& work) { deactivate(work, town.all, {}); }) == ""); // not oneself
    town.as(second, [&](Work& work) { end_role(work, grant, work.today(), "Slutar"); });
    CHECK(town.refused_field(town.all, [&](Work& work) { deactivate(work, second, {}); }) == "");
}

TEST_CASE("a user name is one person's, and of signs that can be said") {
    Town town;
    auto const add = [&](std::string const& user_name) {
        return town.refused_field(
            town.all, [&](Work& work) { add_person(work, {.user_name = user_name, .name = "Anna", .email = {}}); });
    };
    CHECK(add("north") == "user_name");
    CHECK(add("NORTH ") == "user_name");
    CHECK(add("a b") == "user_name");
    CHECK(add("") == "user_name");
    CHECK(add("åsa.öberg") == "nothing");
    CHECK(town.refused_field(town.all, [&](Work& work) {
        add_person(work, {.user_name = "b", .name = "Bo", .email = "b@x.se\r\nBcc: all@x.se"});
    }) == "email");
}

TEST_CASE("two who change the same person do not overwrite each other") {
    Town town;
    auto const change = [&](Work& work) {
        change_person(work, town.north, 1, {.user_name = "north", .name = "Nora", .email = {}});
    };
    town.as(town.all, change);
    CHECK_THROWS_AS(town.as(town.all, change), Conflict);
}

TEST_CASE("everything that is done with people stands in the journal") {
    Town town;
    auto const before = town.organisation.plan()->revision();
    town.as(town.all, [&](Work& work) {
        add_membership(work, town.north, {.unit = "norr", .title = "Rektor", .from = {}, .to = {}});
        deactivate(work, town.north, "Slutat");
        activate(work, town.north, "Tillbaka");
    });
    CHECK(town.organisation.plan()->revision() == before + 3);
    CHECK(town.organisation.check().empty());
}
