// The pages on which the tree of units is changed.

#include "steering/people.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using tests::holds;
using tests::ServedSite;

namespace {

domain::Unit unit_of(ServedSite& served, std::string_view code) {
    auto const snapshot = served.lillkoping.organisation().snapshot();
    auto const unit = snapshot->data.find_unit(code);
    return unit ? snapshot->data.units[*unit].unit : domain::Unit{};
}

} // namespace

TEST_CASE("the tree is shown to everyone, can be searched, and shows how to change it to who may") {
    ServedSite served;
    auto const page = served.get("/organisation");
    CHECK(page.status == 200);
    CHECK(holds(page, "href=\"/organisation/norr\""));
    CHECK(holds(page, "href=\"/ny-enhet\""));
    auto const found = served.get("/organisation?sok=s%C3%B6der");
    CHECK(holds(found, "Söderskolan"));
    CHECK(!holds(found, "Norrskolan"));
    served.sign_in_as(domain::Role::reader);
    CHECK(!holds(served.get("/organisation"), "/ny-enhet"));
    CHECK(!holds(served.get("/organisation/norr"), "/organisation/norr/flytta"));
    CHECK(served.get("/organisation/norr/flytta").status == 403);
    CHECK(served.get("/organisation/nowhere").status == 404);
}

TEST_CASE("a unit is made, renamed, moved, split and ended on the pages, and followed from both sides") {
    ServedSite served;
    auto const made = served.fill_in("/ny-enhet", "name=%C3%96sterskolan&parent=Lillk%C3%B6pings+kommun&kind=unit"
                                                  "&operation=grundskola&code=&from=2024-08-01&reason=");
    CHECK(made.status == 303);
    CHECK(made.header("location") == "/organisation/osterskolan");
    CHECK(unit_of(served, "osterskolan").parent == "lill");

    CHECK(served
              .fill_in("/organisation/osterskolan/beskriv", "name=%C3%96stra+skolan&kind=unit&operation=grundskola"
                                                            "&from=2024-08-01&described_by=0")
              .status == 303);
    CHECK(unit_of(served, "osterskolan").name == "Östra skolan");
    CHECK(served.fill_in("/organisation/osterskolan/flytta", "parent=norr").status == 303);
    CHECK(unit_of(served, "osterskolan").parent == "norr");

    auto const split = served.fill_in("/organisation/soder/dela", "first_day=2025-07-01&name_1=S%C3%B6der+F-6&code_1="
                                                                  "&name_2=S%C3%B6der+7-9&code_2=s79&name_3=&code_3=");
    CHECK(split.status == 303);
    CHECK(holds(served.get("/enhet/soder"), "Upphör 30 juni 2025."));
    CHECK(holds(served.get("/enhet/soder"), "href=\"/enhet/s79\""));
    CHECK(holds(served.get("/organisation/s79"), "Föregångare:</strong> <a href=\"/enhet/soder\">Söderskolan"));
    CHECK(holds(served.get("/leverera"), "Delning av enhet"));

    auto const merged = served.fill_in("/organisation/s79/sla-ihop", "units=soder-f-6&other=&into=s79&name=S%C3%B6der"
                                                                     "&code=&first_day=2026-07-01");
    CHECK(merged.status == 303);
    CHECK(unit_of(served, "s79").predecessors == std::vector<std::string>{"soder", "soder-f-6"});
    CHECK(served.fill_in("/organisation/osterskolan/avsluta", "last_day=2026-06-30").status == 303);
    CHECK(unit_of(served, "osterskolan").valid_to.has_value());
}

TEST_CASE("before a unit is ended one is told what belongs to it") {
    ServedSite served;
    served.carry_out([&](steering::Work& work) {
        steering::add_membership(work, served.person(domain::Role::member),
                                 {.unit = "norr", .title = "Lärare", .from = {}, .to = {}});
    });
    auto const page = served.get("/organisation/norr/avsluta");
    CHECK(holds(page, "1 person: <a"));
    CHECK(holds(page, "The member"));
    CHECK(!holds(served.get("/organisation/soder/avsluta"), "går inte förlorat"));
}

TEST_CASE("a form that cannot be taken comes back with what was typed, and the second of two is told") {
    ServedSite served;
    auto const circle = served.fill_in("/organisation/lill/flytta", "parent=norr&reason=Kvar+h%C3%A4r");
    CHECK(circle.status == 422);
    CHECK(holds(circle, "ligger i grenen under"));
    CHECK(holds(circle, "value=\"Kvar här\""));
    auto const taken = served.fill_in("/ny-enhet", "name=Ny&parent=lill&kind=unit&code=norr");
    CHECK(taken.status == 422);
    CHECK(holds(taken, "Enheten Norrskolan har redan koden norr"));
    CHECK(served.fill_in("/ny-enhet", "name=Ny&parent=lill&kind=nonsense").status == 422);
    CHECK(served.fill_in("/organisation/norr/avsluta", "last_day=i+morgon").status == 422);
    CHECK(served.fill_in("/organisation/norr/avsluta", "last_day=").status == 422);
    CHECK(served.fill_in("/organisation/norr/nonsense", "a=b").status == 404);
    CHECK(served.fill_in("/organisation/norr/beskriv", "name=Andra&kind=unit&described_by=4711").status == 409);
    CHECK(unit_of(served, "norr").name == "Norrskolan");
}
