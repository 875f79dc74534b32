// The way in, and what keeps others out.

#include "base/secret.hpp"
#include "steering/people.hpp"
#include "store/sqlite/sqlite_connection.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace rodtrad;
using namespace std::chrono_literals;
using tests::Answer;
using tests::holds;
using tests::ServedSite;

namespace {

constexpr auto password = "blå hund springer fort";
constexpr auto password_sent = "bl%C3%A5+hund+springer+fort";

// Anna has a password, and comes with a browser that nobody is signed in on.
struct AtTheDoor : ServedSite {
    domain::PersonId anna;
    std::string secret;  // of the form to sign in by
    std::string cookies; // the browser's

    AtTheDoor() {
        auto const hash = base::hash_password(password);
        carry_out([&](steering::Work& work) {
            anna = steering::add_person(work, {.user_name = "anna", .name = "Anna Ek", .email = {}});
            steering::give_role(work, anna, {.role = domain::Role::controller, .unit = {}, .from = {}, .to = {}}, {});
            steering::set_password_hash(work, anna, hash);
        });
        sign_out();
        open_the_door();
    }

    void open_the_door() {
        auto const page = get("/logga-in");
        auto const cookie = page.header("set-cookie");
        cookies = cookie.substr(0, cookie.find(';'));
        secret = cookies.substr(cookies.find('=') + 1);
    }

    Answer sign_in(std::string_view user_name, std::string_view typed, std::string_view more = "") {
        return post("/logga-in", fmt::format("user_name={}&password={}&_csrf={}{}", user_name, typed, secret, more),
                    own_page_headers() + "Cookie: " + cookies + "\r\n");
    }
    Answer get_as(std::string_view target, std::string_view session) {
        return get(target, fmt::format("Cookie: {}\r\n", session));
    }
};

std::string session_of(Answer const& answer) {
    auto const cookie = answer.header("set-cookie");
    auto const begin = cookie.find("rodtrad=");
    return begin == std::string::npos ? "" : cookie.substr(begin, cookie.find(';', begin) - begin);
}

} // namespace

TEST_CASE("the right name and password lead in, to where one was going") {
    AtTheDoor door;
    auto const answer = door.sign_in(" ANNA ", password_sent, "&till=%2Fmatt%3Fa%3Db");
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == "/matt?a=b");
    CHECK(answer.header("set-cookie").find("HttpOnly") != std::string::npos);
    CHECK(answer.header("set-cookie").find("SameSite=Lax") != std::string::npos);
    CHECK(door.get_as("/matt", session_of(answer)).status == 200);
    CHECK(holds(door.get_as("/matt", session_of(answer)), "Anna Ek"));
}

TEST_CASE("a session has a new secret, whatever the browser came with") {
    AtTheDoor door;
    auto const planted = "rodtrad=" + base::random_token();
    door.cookies += "; " + planted;
    auto const session = session_of(door.sign_in("anna", password_sent));
    CHECK(session != "");
    CHECK(session != planted);
    CHECK(door.get_as("/matt", planted).status == 303);
}

TEST_CASE("a wrong name and a wrong password are answered with the same words") {
    AtTheDoor door;
    auto const wrong_password = door.sign_in("anna", "fel");
    auto const wrong_name = door.sign_in("nobody", "fel");
    CHECK(wrong_password.status == 422);
    CHECK(wrong_name.status == 422);
    auto alike = wrong_name.body;
    for (auto at = alike.find("value=\"nobody\""); at != std::string::npos; at = alike.find("value=\"nobody\""))
        alike.replace(at, 14, "value=\"anna\"");
    CHECK((alike == wrong_password.body));
    CHECK(session_of(wrong_password) == "");
}

TEST_CASE("after five failures one has to wait, for a name that is there and for one that is not") {
    AtTheDoor door;
    for (auto const* name : {"anna", "nobody"}) {
        CAPTURE(name);
        for (int i = 0; i < 5; ++i) CHECK(door.sign_in(name, "fel").status == 422);
        auto const locked = door.sign_in(name, password_sent);
        CHECK(locked.status == 429);
        CHECK(holds(locked, "Vänta 1 minut "));
    }
    ServedSite::pass(61s);
    CHECK(door.sign_in("anna", "fel").status == 422);
    CHECK(holds(door.sign_in("anna", password_sent), "Vänta 2 minuter"));
    ServedSite::pass(121s);
    CHECK(door.sign_in("anna", password_sent).status == 303);
    CHECK(door.sign_in("anna", "fel").status == 422); // and the count begins anew
}

TEST_CASE("a form without the secret of its session does nothing, whoever's secret it carries") {
    ServedSite served;
    auto const others = served.csrf();
    served.sign_in_as(domain::Role::manager);
    std::string const body = "period=2024&slag=forklaring&text=Smugglat";
    auto const headers = served.own_page_headers() + served.cookie_header();
    auto const before = served.lillkoping.organisation().deliveries().size();
    for (auto const& secret : {std::string{}, std::string{"&_csrf="}, "&_csrf=" + others, "&_csrf=" + served.token()}) {
        CAPTURE(secret);
        auto const answer = served.post("/matt/BETYG%2F9/norr/anmarkningar", body + secret, headers);
        CHECK(answer.status == 403);
        CHECK(holds(answer, "Smugglat")); // and nothing that was typed is lost
        CHECK(holds(answer, served.csrf()));
    }
    CHECK(served.lillkoping.organisation().deliveries().size() == before);
}

TEST_CASE("nobody is signed in by a form from elsewhere") {
    AtTheDoor door;
    auto const body = fmt::format("user_name=anna&password={}", password_sent);
    CHECK(door.post("/logga-in", body + "&_csrf=" + door.secret,
                    "Origin: http://evil.example\r\nCookie: " + door.cookies + "\r\n")
              .status == 403);
    CHECK(door.post("/logga-in", body, door.own_page_headers() + "Cookie: " + door.cookies + "\r\n").status == 403);
    CHECK(door.post("/logga-in", body + "&_csrf=" + door.secret, door.own_page_headers()).status == 403);
}

TEST_CASE("one is led nowhere but within the site, and into no header") {
    AtTheDoor door;
    for (auto const* to :
         {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "%5C%5Cevil.example",
          "javascript%3Aalert(1)", "%2Fmatt%0D%0ASet-Cookie%3A+x%3Dy", "%09%2F%2Fevil.example"}) {
        CAPTURE(to);
        auto const answer = door.sign_in("anna", password_sent, fmt::format("&till={}", to));
        CHECK(answer.status == 303);
        CHECK(answer.header("location") == "/");
        CHECK(answer.header("set-cookie").find("x=y") == std::string::npos);
        auto const page = door.get(fmt::format("/logga-in?till={}", to));
        CHECK(page.status == 200);
        CHECK(page.header("location") == "");
    }
}

TEST_CASE("what was typed when the session came to its end can be sent after signing in") {
    AtTheDoor door;
    auto const session = session_of(door.sign_in("anna", password_sent));
    ServedSite::pass(13h);
    auto const late =
        door.post("/matt/BETYG%2F9/norr/anmarkningar", "period=2024&slag=forklaring&text=Ny+%3Ctimplan%3E",
                  door.own_page_headers() + "Cookie: " + session + "\r\n");
    CHECK(late.status == 403);
    CHECK(holds(late, "Det du skrev är inte borta"));
    CHECK(holds(late, "name=\"kvar\" value=\"period=2024&amp;slag=forklaring&amp;text=Ny%20%3Ctimplan%3E\""));
    auto const in = door.sign_in("anna", password_sent,
                                 "&till=%2Fmatt%2FBETYG%252F9%2Fnorr%2Fanmarkningar"
                                 "&kvar=period%3D2024%26slag%3Dforklaring%26text%3DNy%2520%253Ctimplan%253E");
    CHECK(in.status == 200);
    CHECK(holds(in, "action=\"/matt/BETYG%2F9/norr/anmarkningar\""));
    CHECK(holds(in, "name=\"text\" value=\"Ny &lt;timplan&gt;\""));
    CHECK(session_of(in) != "");
}

TEST_CASE("what is carried along leads to no page, to no other site, and is never a password") {
    AtTheDoor door;
    for (auto const* to : {"%2Fmatt", "%2Flogga-in", "https%3A%2F%2Fevil.example", "%2Ffinns-inte"})
        CHECK(door.sign_in("anna", password_sent, fmt::format("&till={}&kvar=a%3Db", to)).status == 303);
    auto const late = door.fill_in("/mitt-konto/losenord", "old_password=gammalt&new_password=nytt");
    CHECK(late.status == 403);
    CHECK(!holds(late, "gammalt"));
}

TEST_CASE("a session that is not used for twelve hours is over, and one that is used after thirty days") {
    ServedSite served;
    served.sign_in_as(domain::Role::controller);
    for (int i = 0; i < 3; ++i) {
        ServedSite::pass(11h);
        CHECK(served.get("/matt").status == 200);
    }
    ServedSite::pass(12h);
    CHECK(served.get("/matt").status == 303);

    served.sign_in_as(domain::Role::controller);
    for (int day = 0; day < 30 * 24 / 10; ++day) {
        CHECK(served.get("/matt").status == 200);
        ServedSite::pass(10h);
    }
    CHECK(served.get("/matt").status == 303);
}

TEST_CASE("who signs out is out, and who is deactivated is out at once") {
    ServedSite served;
    served.sign_in_as(domain::Role::member);
    CHECK(served.get("/matt").status == 200);
    CHECK(served.fill_in("/logga-ut", "").status == 303);
    CHECK(served.get("/matt").status == 303);

    served.sign_in_as(domain::Role::member);
    CHECK(served.get("/matt").status == 200);
    auto const member = served.person(domain::Role::member);
    served.carry_out([&](steering::Work& work) { steering::deactivate(work, member, "Slutat"); });
    CHECK(served.get("/matt").status == 303);
}

TEST_CASE("signing out everywhere leaves only where one is") {
    ServedSite served;
    auto const elsewhere = served.cookie_header();
    served.sign_in_as(domain::Role::controller);
    CHECK(holds(served.get("/mitt-konto"), "Logga ut överallt annars"));
    CHECK(served.fill_in("/logga-ut/overallt", "").status == 303);
    CHECK(served.get("/matt").status == 200);
    CHECK(served.client.get("/matt", elsewhere).status == 303);
}

TEST_CASE("a one-time link leads in once, and not after two days") {
    ServedSite served;
    served.sign_in_as(domain::Role::administrator);
    auto const member = served.person(domain::Role::member);
    auto const make = [&] {
        auto const page = served.fill_in(fmt::format("/manniskor/{}/lank", member.value()), "");
        CHECK(page.status == 200);
        auto const begin = page.body.find("/engangslank/");
        return page.body.substr(begin, 13 + 43);
    };
    auto const earlier = make();
    auto const link = make();
    CHECK(earlier != link);

    served.sign_out();
    auto const choose = [&](std::string const& address, std::string_view new_password) {
        auto const page = served.get(address);
        auto const cookie = page.header("set-cookie");
        auto const kept = cookie.substr(0, cookie.find(';'));
        return served.post(address,
                           fmt::format("new_password={}&_csrf={}", new_password, kept.substr(kept.find('=') + 1)),
                           served.own_page_headers() + "Cookie: " + kept + "\r\n");
    };
    CHECK(served.get(earlier).status == 410);
    CHECK(holds(served.get(link), "The member"));
    CHECK(choose(link, "kort").status == 422);
    auto const in = choose(link, password_sent);
    CHECK(in.status == 303);
    CHECK(served.client.get("/matt", "Cookie: " + session_of(in) + "\r\n").status == 200);
    CHECK(served.get(link).status == 410);
    auto const again = choose(link, "en+helt+annan+mening");
    CHECK(again.status == 422);
    CHECK(holds(again, "Länken gäller inte längre"));

    served.sign_in_as(domain::Role::administrator);
    auto const third = make();
    served.sign_out();
    ServedSite::pass(48h);
    CHECK(served.get(third).status == 410);
}

TEST_CASE("only the fields of a form are read: nobody becomes more than the form says") {
    ServedSite served;
    served.sign_in_as(domain::Role::member);
    auto const id = served.person(domain::Role::member);
    auto const version = served.lillkoping.organisation().plan()->people.find(id)->version;
    CHECK(served
              .fill_in("/mitt-konto",
                       fmt::format("version={}&email=&language=sv&wants_digest=ja&user_name=administrator2&"
                                   "is_active=0&id=1&role=administrator&name=Ny",
                                   version))
              .status == 303);
    auto const plan = served.lillkoping.organisation().plan();
    auto const* member = plan->people.find(id);
    CHECK(member->user_name == "member");
    CHECK(member->name == "The member");
    CHECK(member->is_active);
    CHECK(plan->grants_of(id).size() == 1);
}

TEST_CASE("the password is changed by who knows the old one, and everyone else is signed out") {
    AtTheDoor door;
    auto const elsewhere = session_of(door.sign_in("anna", password_sent));
    door.sign_in_as(door.anna);
    CHECK(door.fill_in("/mitt-konto/losenord", "old_password=fel&new_password=en+annan+bra+mening").status == 422);
    CHECK(
        door.fill_in("/mitt-konto/losenord", fmt::format("old_password={}&new_password=kort", password_sent)).status ==
        422);
    CHECK(door.fill_in("/mitt-konto/losenord",
                       fmt::format("old_password={}&new_password=en+annan+bra+mening", password_sent))
              .status == 303);
    CHECK(door.get("/matt").status == 200);
    CHECK(door.client.get("/matt", "Cookie: " + elsewhere + "\r\n").status == 303);
    door.sign_out();
    CHECK(door.sign_in("anna", password_sent).status == 422);
    CHECK(door.sign_in("anna", "en+annan+bra+mening").status == 303);
}

TEST_CASE("the first one to come sets up the organisation, with the code that stands in the terminal, once") {
    test::TemporaryFolder const folder;
    auto const organisation = steering::Organisation::open_or_create(folder.path() / "data");
    std::ostringstream logged;
    base::Log log{logged, [] { return base::to_instant("2025-02-01T08:00:00Z"); }};
    web::Site site{*organisation, log, "1.2.3", [] { return base::to_instant("2025-02-01T08:00:00Z"); }, "koden"};
    tests::RunningServer server{[&](web::Request const& request) { return site.answer(request); }};
    auto client = server.client();

    CHECK(client.get("/avvikelser").header("location") == "/kom-igang");
    CHECK(client.get("/kom-igang").status == 403);
    CHECK(client.get("/kom-igang?kod=fel").status == 403);
    auto const page = client.get("/kom-igang?kod=koden");
    CHECK(page.status == 200);
    auto const cookie = page.header("set-cookie").substr(0, page.header("set-cookie").find(';'));
    auto const fill_in = [&](std::string const& code, std::string const& new_password) {
        auto const body =
            fmt::format("kod={}&organisation=Almviks+kommun&name=Anna+Ek&user_name=anna&new_password={}&_csrf={}", code,
                        new_password, cookie.substr(cookie.find('=') + 1));
        client.send(fmt::format("POST /kom-igang HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: "
                                "{}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
                                cookie, body.size(), body));
        return client.receive();
    };
    CHECK(fill_in("fel", password_sent).status == 403);
    CHECK(fill_in("koden", "kort").status == 422);
    auto const in = fill_in("koden", password_sent);
    CHECK(in.status == 303);
    auto const home = client.get("/manniskor", "Cookie: " + session_of(in) + "\r\n");
    CHECK(home.status == 200);
    CHECK(holds(home, "Almviks kommun"));
    CHECK(fill_in("koden", password_sent).status == 303); // to where one signs in
    CHECK(organisation->plan()->people.size() == 1);
    CHECK(logged.str().empty());
}
