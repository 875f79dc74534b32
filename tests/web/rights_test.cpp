// Every address × every role, over a real server.

#include "plan/rights.hpp"
#include "steering/people.hpp"
#include "web/routes.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace rodtrad;
using tests::holds;
using tests::ServedSite;
using web::Needs;
using web::Takes;

namespace {

// An address that fits the pattern: what is in braces is something that is not there.
std::string address_of(std::string_view pattern) {
    std::string address;
    while (!pattern.empty()) {
        auto const brace = pattern.find('{');
        address += pattern.substr(0, brace);
        if (brace == std::string_view::npos) break;
        address += "4711";
        pattern.remove_prefix(pattern.find('}', brace) + 1);
    }
    return address;
}

bool may_come(domain::Role role, Needs needs) {
    switch (needs) {
    case Needs::undeclared:
        return false;
    case Needs::nothing:
    case Needs::signed_in:
        return true;
    case Needs::take_part:
        return plan::has_right(role, plan::Right::take_part);
    case Needs::check_in:
        return plan::has_right(role, plan::Right::check_in);
    case Needs::steer:
        return plan::has_right(role, plan::Right::steer);
    case Needs::annotate:
        return plan::has_right(role, plan::Right::annotate);
    case Needs::deliver:
        return plan::has_right(role, plan::Right::deliver);
    case Needs::define:
        return plan::has_right(role, plan::Right::define);
    case Needs::administer:
        return plan::has_right(role, plan::Right::administer);
    }
    return false;
}

std::size_t lines_of_journal(ServedSite& served) {
    return static_cast<std::size_t>(served.lillkoping.organisation().plan()->revision());
}

} // namespace

TEST_CASE("every address declares what it needs") {
    for (auto const& route : web::all_routes()) {
        CAPTURE(route.pattern);
        CHECK(route.needs != Needs::undeclared);
        CHECK((route.takes == Takes::questions || route.needs != Needs::nothing || route.pattern == "/logga-in" ||
               route.pattern == "/kom-igang" || route.pattern == "/engangslank/{secret}"));
    }
}

TEST_CASE("each role comes to what it may come to, and to nothing else") {
    ServedSite served;
    for (auto const& [role, name] : names_of(domain::Role{})) {
        served.sign_in_as(role);
        for (auto const& route : web::all_routes()) {
            if (route.pattern.starts_with("/logga-ut")) continue;
            CAPTURE(name);
            CAPTURE(route.pattern);
            auto const address = address_of(route.pattern);
            auto const answer = route.takes == Takes::forms ? served.fill_in(address, "a=b") : served.get(address);
            CHECK(answer.status != 405);
            CHECK(answer.status < 500);
            bool const is_refused = answer.status == 403 && holds(answer, "Det här får du inte göra");
            if (!may_come(role, route.needs)) CHECK(is_refused);
            // To come there is not to be allowed it everywhere: that is for the use case to say, of its unit.
            if (route.takes == Takes::questions && may_come(role, route.needs)) CHECK(!is_refused);
        }
    }
    CHECK(served.logged.str().empty());
}

TEST_CASE("a reader changes nothing anywhere but the own account") {
    ServedSite served;
    served.sign_in_as(domain::Role::reader);
    auto const before = lines_of_journal(served);
    for (auto const& route : web::all_routes()) {
        if (route.takes != Takes::forms || route.needs == Needs::nothing || route.needs == Needs::signed_in) continue;
        CAPTURE(route.pattern);
        auto const answer = served.fill_in(address_of(route.pattern), "title=x&text=x&name=x&unit=norr");
        CHECK(answer.status == 403);
    }
    CHECK(lines_of_journal(served) == before);
}

TEST_CASE("nobody is sent to sign in from every page, and back to it afterwards") {
    ServedSite served;
    served.sign_out();
    for (auto const& route : web::all_routes()) {
        if (route.needs == Needs::nothing) continue;
        CAPTURE(route.pattern);
        auto const address = address_of(route.pattern);
        if (route.takes == Takes::forms) {
            auto const answer = served.fill_in(address, "text=Kvar");
            CHECK(answer.status == 403);
            CHECK(holds(answer, "name=\"password\""));
        } else {
            auto const answer = served.get(address + "?a=b");
            CHECK(answer.status == 303);
            CHECK(answer.header("location").starts_with("/logga-in"));
            if (address != "/") CHECK(answer.header("location").find("till=") != std::string::npos);
        }
    }
    CHECK(served.get("/finns-inte").status == 404);
    CHECK(!holds(served.get("/finns-inte"), "href=\"/avvikelser\""));
}

TEST_CASE("a part of a page that is asked for after the session's end leads the whole page to where one signs in") {
    ServedSite served;
    served.sign_out();
    auto const answer = served.get("/avvikelser?niva=agera", "HX-Request-Type: partial\r\n");
    CHECK(answer.status == 403);
    CHECK(answer.header("hx-redirect") == "/logga-in?till=%2Favvikelser%3Fniva%3Dagera");
}

TEST_CASE("a role holds in its branch, and its end is the end of it") {
    ServedSite served;
    domain::PersonId head;
    served.carry_out([&](steering::Work& work) {
        head = steering::add_person(work, {.user_name = "rektor", .name = "Anna Ek", .email = {}});
        steering::give_role(
            work, head,
            {.role = domain::Role::manager, .unit = "norr", .from = {}, .to = base::plus_days(work.today(), 1)}, {});
    });
    served.sign_in_as(head);
    std::string const mark = "period=2024&slag=forklaring&text=Ny+timplan";
    CHECK(served.fill_in("/matt/BETYG%2F9/norr/anmarkningar", mark).status == 303);
    auto const elsewhere = served.fill_in("/matt/BETYG%2F9/soder/anmarkningar", mark);
    CHECK(elsewhere.status == 403);
    ServedSite::pass(std::chrono::hours{48});
    served.sign_in_as(head);
    CHECK(served.fill_in("/matt/BETYG%2F9/norr/anmarkningar", mark).status == 403);
}
