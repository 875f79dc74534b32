// The pages of the plan, over a real server.

#include "domain/goal.hpp"
#include "steering/documents.hpp"
#include "steering/people.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace rodtrad;
using tests::holds;
using tests::ServedSite;

namespace {

// A goal of Norrskolan that nobody has checked in on since it began, more than a year ago.
domain::GoalId silent_goal(ServedSite& served, domain::Role owner) {
    domain::GoalId goal;
    auto const person = served.person(owner);
    served.carry_out([&](steering::Work& work) {
        goal = work.put(domain::Goal{.title = "Varje elev får stöd i tid",
                                     .units = {"norr"},
                                     .owner = person,
                                     .begins = *base::to_date("2024-01-01"),
                                     .ends = *base::to_date("2025-12-31"),
                                     .rhythm = domain::Rhythm::monthly,
                                     .state = domain::GoalState::active},
                        "goal.create");
    });
    return goal;
}

std::string page_of(domain::GoalId goal, std::string_view below = "") {
    return fmt::format("/mal/{}{}", goal.value(), below);
}

} // namespace

TEST_CASE("one's own note stands on the goal's page, for oneself alone") {
    ServedSite served;
    auto const goal = silent_goal(served, domain::Role::member);
    CHECK(served.fill_in(page_of(goal, "/anteckning"), "text=Fr%C3%A5ga+Siv").status == 303);
    CHECK(holds(served.get(page_of(goal)), "Fråga Siv"));
    served.sign_in_as(domain::Role::manager);
    CHECK(!holds(served.get(page_of(goal)), "Fråga Siv"));
}

TEST_CASE(
    "a manager reminds of a missed check-in from the goal, the thread or what waits, and the owner sees who did") {
    ServedSite served;
    auto const goal = silent_goal(served, domain::Role::member);
    auto const button = fmt::format("action=\"/mal/{}/paminn\"", goal.value());
    served.sign_in_as(domain::Role::member);
    CHECK(!holds(served.get(page_of(goal)), button));
    CHECK(served.fill_in(page_of(goal, "/paminn"), "").status == 403);

    served.sign_in_as(domain::Role::manager);
    CHECK(holds(served.get(page_of(goal)), button));
    CHECK(holds(served.get("/rod-trad"), button));
    CHECK(holds(served.get("/att-gora"), button));
    auto const reminded = served.fill_in(page_of(goal, "/paminn"), "till=%2Fatt-gora");
    CHECK(reminded.status == 303);
    CHECK(reminded.header("location") == "/att-gora");
    CHECK(served.fill_in(page_of(goal, "/paminn"), "till=%2F%2Fevil.example").header("location") == page_of(goal));
    CHECK(!holds(served.get(page_of(goal)), button));
    CHECK(holds(served.get(page_of(goal)), "The manager påminde The member 1 februari 2025."));
    CHECK(holds(served.get("/att-gora"), "påmind i dag"));

    served.sign_in_as(domain::Role::member);
    CHECK(holds(served.get("/att-gora"), "The manager påminde dig i dag"));
}

TEST_CASE("a button that cannot do what it says tells why, with the way back") {
    ServedSite served;
    auto const goal = silent_goal(served, domain::Role::manager);
    served.sign_in_as(domain::Role::manager);
    auto const answer = served.fill_in(page_of(goal, "/paminn"), "");
    CHECK(answer.status == 422);
    CHECK(holds(answer, "Det finns ingen att påminna."));
}

TEST_CASE("what was written in a form that one may not send is not lost") {
    ServedSite served;
    served.sign_in_as(domain::Role::reader);
    auto const answer = served.fill_in("/ny-enhet", "name=Skolan+vid+%C3%A5n+%3Cb%3E&reason=Den+byggs+nu&parent=lill");
    CHECK(answer.status == 403);
    CHECK(holds(answer, "Skolan vid ån &lt;b&gt;"));
    CHECK(holds(answer, "Den byggs nu"));
    auto const password = served.fill_in("/manniskor", "name=Anna+Ek+Berg&new_password=hemligt+men+inte");
    CHECK(!holds(password, "hemligt men inte"));
}

TEST_CASE("a change of the tree on an earlier reading shows what differs, and can then be made") {
    ServedSite served;
    auto const typed = "name=Norra+skolan&kind=unit&operation=grundskola&described_by=";
    auto const refused = served.fill_in("/organisation/norr/beskriv", std::string{typed} + "4711");
    CHECK(refused.status == 409);
    CHECK(holds(refused, "<td>Norra skolan</td><td>Norrskolan</td>"));
    std::string_view const field = "name=\"described_by\" value=\"";
    auto const at = refused.body.find(field) + field.size();
    auto const now = refused.body.substr(at, refused.body.find('"', at) - at);
    CHECK(served.fill_in("/organisation/norr/beskriv", typed + now).status == 303);
}

TEST_CASE("the wordings that a steering document had before can be read by all, with day, who and why") {
    ServedSite served;
    domain::DocumentId vision;
    served.carry_out([&](steering::Work& work) {
        vision =
            steering::write_document(work, "lill", domain::DocumentKind::vision,
                                     {.title = "Alla ska med", .text = "Ingen lämnas", .source = {}, .valid_from = {}});
    });
    served.carry_out([&](steering::Work& work) {
        steering::revise_document(work, vision, 1,
                                  {.title = "Alla är med", .text = "Ingen lämnas", .source = {}, .valid_from = {}},
                                  "Kortare");
    });
    served.sign_in_as(domain::Role::reader);
    auto const page = served.get("/enhet/lill/styrdokument");
    CHECK(holds(page, "1 tidigare lydelse"));
    CHECK(holds(page, "Alla ska med"));
    CHECK(holds(page, "”Kortare”"));
}

TEST_CASE("a form is offered to those alone who may send it there") {
    ServedSite served;
    auto const goal = silent_goal(served, domain::Role::member);
    domain::PersonId south;
    served.carry_out([&](steering::Work& work) {
        south = steering::add_person(work, {.user_name = "soder", .name = "Siv Dahl", .email = {}});
        steering::give_role(work, south, {.role = domain::Role::manager, .unit = "soder", .from = {}, .to = {}}, {});
    });
    served.sign_in_as(south);
    CHECK(served.get("/enhet/norr/styrdokument/ny?slag=strategi").status == 403);
    CHECK(served.get(page_of(goal, "/aktiviteter")).status == 403);
    CHECK(!holds(served.get(page_of(goal)), "/aktiviteter\""));
}

TEST_CASE("a person's own language goes before the browser's, and is changed in the settings") {
    ServedSite served;
    auto const english = "email=&language=en&version=";
    auto const version = [&] {
        auto const plan = served.lillkoping.organisation().plan();
        return std::to_string(plan->people.find(served.person(domain::Role::controller))->version);
    };
    CHECK(holds(served.get("/mitt-konto"), "<html lang=\"sv\""));
    CHECK(served.fill_in("/mitt-konto", english + version()).status == 303);
    auto const page = served.get("/att-gora", "Accept-Language: sv\r\n");
    CHECK(holds(page, "<html lang=\"en\""));
    CHECK(page.header("content-language") == "en");
    CHECK(holds(page, "href=\"/mitt-konto#f-language\""));
    CHECK(served.fill_in("/mitt-konto", "email=&language=&version=" + version()).status == 303);
    CHECK(holds(served.get("/att-gora", "Accept-Language: en\r\n"), "<html lang=\"en\""));
    CHECK(holds(served.get("/att-gora", "Accept-Language: sv\r\n"), "<html lang=\"sv\""));
}

TEST_CASE("search finds goals and people beside units and measures") {
    ServedSite served;
    silent_goal(served, domain::Role::member);
    CHECK(holds(served.get("/sok?q=st%C3%B6d"), "Varje elev får stöd i tid"));
    CHECK(holds(served.get("/sok?q=manager"), "The manager"));
    CHECK(holds(served.get("/sok?q=norr"), "Norrskolan"));
}

TEST_CASE("whoever looks after a new organisation is told what to begin with, until it is done") {
    ServedSite served;
    served.sign_in_as(domain::Role::administrator);
    auto const page = served.get("/att-gora");
    CHECK(holds(page, "Skriv visionen"));
    CHECK(holds(page, "Skriv de första målen"));
    served.carry_out([&](steering::Work& work) {
        steering::write_document(work, "lill", domain::DocumentKind::vision,
                                 {.title = "Alla är med", .text = {}, .source = {}, .valid_from = {}});
    });
    silent_goal(served, domain::Role::member);
    CHECK(!holds(served.get("/att-gora"), "Skriv visionen"));
    served.sign_in_as(domain::Role::member);
    CHECK(!holds(served.get("/att-gora"), "Skriv visionen"));
}
