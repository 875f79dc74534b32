#include "store/sqlite/sqlite_connection.hpp"
#include "view/assets.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using tests::holds;
using tests::ServedSite;

namespace {

std::string const measure_page = "/matt/BETYG%2F9/norr";

} // namespace

TEST_CASE("every page answers with a page in its reader's language, timed and guarded") {
    ServedSite served;
    for (auto const& address : {std::string{"/avvikelser"}, std::string{"/matt"}, measure_page,
                                std::string{"/enhet/lill"}, std::string{"/sok?q=norr"}, std::string{"/om"}}) {
        CAPTURE(address);
        auto const swedish = served.get(address);
        CHECK(swedish.status == 200);
        CHECK(swedish.header("content-type") == "text/html; charset=utf-8");
        CHECK(swedish.header("content-language") == "sv");
        CHECK(holds(swedish, "<html lang=\"sv\""));
        CHECK(holds(swedish, "Lillköping"));
        CHECK(swedish.header("server-timing").find("total;dur=") != std::string::npos);
        CHECK(swedish.header("cache-control") == "private, no-cache");
        CHECK(swedish.header("content-security-policy") != "");

        auto const english = served.get(address, "Accept-Language: en\r\n");
        CHECK(english.status == 200);
        CHECK(english.header("content-language") == "en");
        CHECK(holds(english, "<html lang=\"en\""));
        CHECK(english.header("vary") == "Accept, Accept-Language, Cookie, Accept-Encoding, HX-Request-Type");
    }
    CHECK(served.logged.str().empty());
}

TEST_CASE("the first address leads to what one is to do, and that of all units to the one at the top") {
    ServedSite served;
    auto const start = served.get("/");
    CHECK(start.status == 303);
    CHECK(start.header("location") == "/att-gora");
    CHECK(served.get("/enhet").header("location") == "/enhet/lill");
}

TEST_CASE("the choice of language is kept in a cookie that goes before what the browser asks for") {
    ServedSite served;
    auto const chosen = served.get("/sok?q=%C3%A5&lang=en");
    CHECK(chosen.status == 303);
    CHECK(chosen.header("location") == "/sok?q=%C3%A5");
    CHECK(chosen.header("set-cookie").starts_with("lang=en;"));
    CHECK(chosen.header("cache-control") == "no-store");
    CHECK(served.get("/om", "Cookie: x=y; lang=en; rodtrad=" + served.token() + "\r\nAccept-Language: sv\r\n")
              .header("content-language") == "en");
    CHECK(served.get("/finns-inte?lang=en").header("location") == "/finns-inte");
}

TEST_CASE("a page that the browser has is not sent again until figures come, from this program or another") {
    ServedSite served;
    auto const first = served.get(measure_page);
    auto const tag = first.header("etag");
    auto const ask_again = "If-None-Match: \"other\", " + tag + "\r\n";
    auto const again = served.get(measure_page, ask_again);
    CHECK(again.status == 304);
    CHECK(again.header("etag") == tag);
    CHECK(again.header("cache-control") == "private, no-cache");

    CHECK(served.get(measure_page, ask_again + "Accept-Language: en\r\n").status == 200);
    CHECK(served.get(measure_page, "If-None-Match: \"other\"\r\n").status == 200);

    auto const other_program = steering::Organisation::open(served.lillkoping.folder() / "data");
    tests::deliver(*other_program, served.lillkoping.folder(), "more.csv",
                   "mått;enhet;period;värde\nBETYG/9;norr;2025;12,3\n");
    auto const newer = served.get(measure_page, ask_again);
    CHECK(newer.status == 200);
    CHECK(holds(newer, "12,3"));
}

TEST_CASE("htmx is sent the list alone, the same as on the whole page, and the two are never taken for each other") {
    ServedSite served;
    auto const page = served.get("/avvikelser");
    auto const part = served.get("/avvikelser", "HX-Request-Type: partial\r\n");
    CHECK(part.status == 200);
    CHECK(part.body.starts_with("<div id=\"list\">"));
    CHECK(holds(page, part.body));
    CHECK((served.get("/avvikelser", "HX-Request-Type: full\r\n").body == page.body));
    CHECK(part.header("vary").find("HX-Request-Type") != std::string::npos);
    CHECK(served.get("/avvikelser", "HX-Request-Type: partial\r\nIf-None-Match: " + page.header("etag") + "\r\n")
              .status == 200);
}

TEST_CASE("a page is packed for those who take it") {
    ServedSite served;
    auto const plain = served.get("/om");
    auto const packed = served.get("/om", "Accept-Encoding: gzip\r\n");
    CHECK(plain.header("content-encoding") == "");
    CHECK(packed.header("content-encoding") == "gzip");
    CHECK(packed.body.starts_with("\x1F\x8B"));
    CHECK(packed.body.size() < plain.body.size() / 2);
}

TEST_CASE("assets are served under the address that their contents decide, and kept for ever") {
    ServedSite served;
    for (auto const& asset : view::assets()) {
        CAPTURE(asset.name);
        auto const address = view::asset_url(asset.name).text();
        auto const answer = served.get(address);
        CHECK(answer.status == 200);
        CHECK((answer.body == asset.bytes));
        CHECK(answer.header("content-type") == asset.content_type);
        CHECK(answer.header("cache-control") == "public, max-age=31536000, immutable");
        CHECK(answer.header("vary") == "Accept-Encoding");
        CHECK(served.get(address, "If-None-Match: " + answer.header("etag") + "\r\n").status == 304);
    }
    auto const css = view::asset_url("rodtrad.css").text();
    CHECK(served.get(css, "Accept-Encoding: gzip\r\n").body.starts_with("\x1F\x8B"));
}

TEST_CASE("nothing but assets is found among the assets") {
    ServedSite served;
    for (auto const* address :
         {"/assets/", "/assets/x.css", "/assets/../CMakeLists.txt", "/assets/%2e%2e/CMakeLists.txt",
          "/assets/..%2FCMakeLists.txt", "/assets/%2Fetc%2Fpasswd", "/assets/rodtrad.css"}) {
        CAPTURE(address);
        CHECK(served.get(address).status == 404);
    }
    CHECK(served.get("/assets//etc/passwd").status == 400);
}

TEST_CASE("what is not there is said on a page that tells what was asked for") {
    ServedSite served;
    for (auto const* address : {"/finns-inte", "/matt/FINNS-INTE/norr", "/matt/BETYG%2F9/finns-inte",
                                "/matt/FINNS-INTE/norr.csv", "/enhet/finns-inte", "/avvikelser?enhet=finns-inte",
                                "/avvikelser?matt=FINNS-INTE", "/avvikelser/", "/om/x"}) {
        CAPTURE(address);
        auto const answer = served.get(address);
        CHECK(answer.status == 404);
        CHECK(answer.header("content-type") == "text/html; charset=utf-8");
        CHECK(answer.header("cache-control") == "no-store");
        CHECK(answer.header("etag") == "");
        CHECK(answer.header("content-security-policy") != "");
        CHECK(holds(answer, "href=\"/avvikelser\""));
    }
    CHECK(holds(served.get("/enhet/%3Cscript%3Ealert"), "&lt;script&gt;alert"));
    CHECK(served.get("/avvikelser?niva=nonsens&sida=-1").status == 200);
}

TEST_CASE("only reading is allowed") {
    ServedSite served;
    auto const answer = served.post("/om", "a=b", served.cookie_header());
    CHECK(answer.status == 405);
    CHECK(answer.header("allow") == "GET, HEAD");
    CHECK(answer.header("content-security-policy") != "");

    served.client.send("HEAD /om HTTP/1.1\r\nHost: localhost\r\n" + served.cookie_header() + "\r\n");
    auto const head = served.client.receive_head();
    auto const page = served.get("/om");
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == page.header("content-length"));
    CHECK(head.header("etag") == page.header("etag"));
}

TEST_CASE("the figures of a measure in a unit come as a file") {
    ServedSite served;
    auto const answer = served.get(measure_page + ".csv");
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type") == "text/csv; charset=utf-8");
    CHECK(answer.header("content-disposition") == "attachment; filename=\"BETYG_9-norr.csv\"");
    CHECK(holds(answer, "2024"));
}

TEST_CASE("a page that fails shows a reference, and the log tells what happened beside it") {
    ServedSite served;
    CHECK(served.get("/avvikelser").status == 200);
    auto const database = served.lillkoping.folder() / "data" / "rodtrad.db";
    store::sqlite::connect(database, store::sqlite::Access::existing)->execute("drop table change");

    auto const answer = served.get("/avvikelser?q=1");
    CHECK(answer.status == 500);
    CHECK(answer.header("content-type") == "text/html; charset=utf-8");
    CHECK(answer.header("cache-control") == "no-store");
    CHECK(answer.header("content-security-policy") != "");
    CHECK(!holds(answer, "no such table"));

    auto const logged = served.logged.str();
    CHECK(logged.find("no such table") != std::string::npos);
    CHECK(logged.find(R"("address":"/avvikelser?q=1")") != std::string::npos);
    auto const label = std::string{R"("reference":")"};
    auto const reference = logged.substr(logged.find(label) + label.size(), 8);
    CHECK(holds(answer, reference));

    // The page can still look as it should.
    CHECK(served.get(view::asset_url("rodtrad.css").text()).status == 200);
}
