#include "web/security.hpp"
#include "web/served_site.hpp"
#include "web/target.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using tests::holds;
using tests::ServedSite;

namespace {

std::size_t deliveries_of(ServedSite& served) { return served.lillkoping.organisation().deliveries().size(); }

std::string const marks = "/matt/BETYG%2F9/norr/anmarkningar";
std::string const groups = "/matt/BETYG%2F9/norr/jamforelsegrupper";
std::string const page = "/matt/BETYG%2F9/norr";

web::Request request_with(web::Pairs headers) {
    web::Request request{.method = web::Method::post, .origin = "http://localhost:81"};
    request.headers = std::move(headers);
    return request;
}

} // namespace

TEST_CASE("a point is explained on the page of its measure, and the explanation is shown there from then on") {
    ServedSite served;
    auto const before = deliveries_of(served);
    auto const answer = served.fill_in(marks, "period=2024&slag=forklaring&text=Ny+timplan+%C3%A5r+2024");
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == "/matt/BETYG%2F9/norr#trend");
    CHECK(deliveries_of(served) == before + 1);
    CHECK(holds(served.get(page), "Ny timplan år 2024"));
    CHECK(!holds(served.get("/matt/BETYG%2F9/soder"), "Ny timplan"));
}

TEST_CASE("what is said of every unit is shown in them all") {
    ServedSite served;
    CHECK(served.fill_in(marks, "period=2020&slag=ny-niva&text=Nytt+betygssystem&galler=alla").status == 303);
    CHECK(holds(served.get("/matt/BETYG%2F9/soder"), "ny nivå, Nytt betygssystem"));
}

TEST_CASE("a form that cannot be taken comes back with what was typed, and nothing is stored") {
    ServedSite served;
    auto const before = deliveries_of(served);
    auto const empty = served.fill_in(marks, "period=2020&slag=ny-niva&text=++");
    CHECK(empty.status == 422);
    CHECK(holds(empty, "Skriv vad som ska sägas: inget sparades."));
    CHECK(holds(empty, "value=\"ny-niva\" checked"));
    CHECK(holds(empty, "<option value=\"2020\" selected>"));
    auto const no_period = served.fill_in(marks, "period=ig%C3%A5r&slag=forklaring&text=Kvar+%3Cb%3E");
    CHECK(no_period.status == 422);
    CHECK(holds(no_period, ">Kvar &lt;b&gt;</textarea>"));
    auto const no_name = served.fill_in(groups, "bland=alla&namn=%20");
    CHECK(no_name.status == 422);
    CHECK(holds(no_name, "Ge gruppen ett namn"));
    CHECK(deliveries_of(served) == before);
}

TEST_CASE("another site cannot have the reader's browser store anything") {
    ServedSite served;
    auto const before = deliveries_of(served);
    std::string const body = "period=2024&slag=forklaring&text=Fult&_csrf=";
    for (auto const* headers :
         {"", "Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
          "Sec-Fetch-Site: none\r\n", "Origin: http://localhost.evil.example\r\nSec-Fetch-Site: same-origin\r\n"}) {
        CAPTURE(headers);
        auto const answer = served.post(marks, body + served.csrf(), headers + served.cookie_header());
        CHECK(answer.status == 403);
        CHECK(holds(answer, "Formuläret kom inte härifrån"));
    }
    CHECK(deliveries_of(served) == before);
}

TEST_CASE("an address that takes a form says so to who only reads, and the other way round") {
    ServedSite served;
    auto const read = served.get(marks);
    CHECK(read.status == 405);
    CHECK(read.header("allow") == "POST");
    auto const written = served.fill_in(page, "a=b");
    CHECK(written.status == 405);
    CHECK(written.header("allow") == "GET, HEAD");
}

TEST_CASE("a request is from an own page where the browser says so, or its origin is the address it is sent to") {
    using web::is_from_own_page;
    CHECK(is_from_own_page(request_with({{"sec-fetch-site", "same-origin"}})));
    CHECK(is_from_own_page(request_with({{"origin", "http://localhost:81"}})));
    CHECK(is_from_own_page(request_with({{"origin", "http://localhost:81"}, {"sec-fetch-site", "same-origin"}})));
    CHECK(!is_from_own_page(request_with({{"origin", "http://localhost:82"}})));
    CHECK(!is_from_own_page(request_with({{"origin", "https://localhost:81"}})));
    CHECK(!is_from_own_page(request_with({{"origin", "http://localhost:81"}, {"sec-fetch-site", "cross-site"}})));
    CHECK(!is_from_own_page(request_with({{"origin", "null"}, {"sec-fetch-site", "same-origin"}})));
    CHECK(!is_from_own_page(request_with({{"sec-fetch-site", "same-site"}})));
    CHECK(!is_from_own_page(request_with({{"host", "localhost:81"}})));
    CHECK(!is_from_own_page({.method = web::Method::post}));
}

TEST_CASE("what a form sends is read with its signs, spaces and lines, or not at all") {
    CHECK(web::to_form("a=1+2&b=%C3%A5%0D%0A&c&=d&a=3") ==
          web::Pairs{{"a", "1 2"}, {"b", "å\r\n"}, {"c", ""}, {"", "d"}, {"a", "3"}});
    CHECK(web::to_form("") == web::Pairs{});
    CHECK(!web::to_form("a=%C3"));
    CHECK(!web::to_form("a=%2"));
}
