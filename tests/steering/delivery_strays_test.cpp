// Rows that speak of what is not there, or of what is not theirs who deliver.

#include "steering/delivery_fixture.hpp"
#include "steering/people.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test::deliveries;

TEST_CASE("who may not define leaves out rows of what nobody has defined, and of units that are not theirs") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units}, {"measures.csv", measures}});
    domain::PersonId head;
    fixture.organisation->carry_out(at_first_day, [&](Work& work) {
        head = add_person(work, {.user_name = "rektor", .name = "Rektor", .email = {}});
        give_role(work, head, {.role = domain::Role::manager, .unit = "N", .from = {}, .to = {}}, {});
    });
    auto const plan = fixture.organisation->plan();
    auto const file = fixture.folder.write("values.csv", "measure,unit,group,period,value\n"
                                                         "BEH,N,T,2025,80\nBEH,S,T,2025,70\nBEH,M,T,2025,60\n"
                                                         "NY,N,T,2025,50\nBEH,N,X,2025,40\n");
    auto const report = fixture.organisation->deliver({file}, {}, {Actor::of(*plan->people.find(head)), first_day});
    CHECK(report.counts.figures == 1);
    REQUIRE(report.complaints.size() == 4);
    for (auto const& complaint : report.complaints) CHECK(complaint.outcome == domain::Complaint::Outcome::left_out);
    CHECK(fixture.standing("BEH", "N", "2025") == "80");
    CHECK(fixture.standing("BEH", "S", "2025") == "absent");
    CHECK_FALSE(fixture.organisation->snapshot()->data.find_measure("NY"));
    CHECK_FALSE(fixture.organisation->snapshot()->data.find_unit("M"));
}

TEST_CASE("what nobody has placed stands below the one top, and the organisation keeps its name") {
    Fixture fixture;
    fixture.deliver({{"units.csv", units}, {"measures.csv", measures}});
    fixture.deliver({{"more.csv", "code,name,parent\nV,Västerskolan,FINNSEJ\n"},
                     {"values.csv", "measure,unit,group,period,value\nBEH,FEL,T,2025,80\n"}});
    auto const snapshot = fixture.organisation->snapshot();
    auto const parent_of = [&](std::string_view code) {
        return snapshot->data.units[snapshot->data.find_unit(code).value()].unit.parent;
    };
    CHECK(parent_of("V") == "K");
    CHECK(parent_of("FEL") == "K");
    CHECK(snapshot->name == "Kommunen");

    fixture.deliver({{"second.csv", "code,name,parent\nY,Ett bolag,\n"}});
    CHECK(fixture.organisation->snapshot()->name == "Kommunen");
}
