#include "base/json.hpp"
#include "web/answer_format.hpp"
#include "web/described_routes.hpp"
#include "web/routes.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rodtrad;

namespace {

bool asks_for_json(std::string accept) {
    web::Request request;
    request.headers.emplace_back("accept", std::move(accept));
    return web::asks_for_json(request);
}

} // namespace

TEST_CASE("every address that takes questions is described for programs, in the order of the routes") {
    std::vector<std::string> asked;
    std::vector<std::string> described;
    for (auto const& route : web::all_routes())
        if (route.takes == web::Takes::questions) asked.emplace_back(route.pattern);
    for (auto const& route : web::described_routes()) described.emplace_back(route.pattern);
    CHECK(described == asked);
}

TEST_CASE("JSON is for those who like it better than a page") {
    CHECK(asks_for_json("application/json"));
    CHECK(asks_for_json("application/json, text/plain, */*"));
    CHECK(asks_for_json("text/html;q=0.5, APPLICATION/json ; charset=utf-8"));
    CHECK(asks_for_json("application/*, text/html;q=0.9"));
    CHECK(!asks_for_json(""));
    CHECK(!asks_for_json("*/*"));
    CHECK(!asks_for_json("text/html, application/json"));
    CHECK(!asks_for_json("application/json;q=0"));
    CHECK(!asks_for_json("application/json;q=0.1, */*"));
    CHECK(!asks_for_json(";;,=,q=,;q="));
}

TEST_CASE("a form that is refused says why as JSON to who asks for that, and nothing is lost of what stood") {
    tests::ServedSite served;
    auto const answer =
        served.post("/mal/ny", "_csrf=" + served.csrf() + "&title=",
                    served.own_page_headers() + "Accept: application/json\r\n" + served.cookie_header());
    CHECK(answer.status == 422);
    CHECK(answer.header("content-type") == "application/json");
    auto const json = base::to_json(answer.body);
    REQUIRE(json.find("error") != nullptr);
    CHECK(*json.find("error")->find("status")->integer() == 422);
    CHECK(!json.find("error")->find("message")->text()->empty());
}

TEST_CASE("who is not signed in is told so as JSON, and a browser is led to where one signs in") {
    tests::ServedSite served;
    served.sign_out();
    auto const answer = served.get("/mal", "Accept: application/json\r\n");
    CHECK(answer.status == 401);
    CHECK(!answer.header("www-authenticate").empty());
    CHECK(served.get("/mal").status == 303);
}
