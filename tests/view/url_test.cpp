#include "view/url.hpp"

#include <doctest/doctest.h>

using rodtrad::view::Url;

TEST_CASE("an address never leads to a script or to another host") {
    CHECK(Url{"javascript:alert(1)"}.text() == "/javascript%3Aalert%281%29");
    CHECK(Url{"//elsewhere.example/x"}.text() == "/elsewhere.example/x");
    CHECK(Url{"https://elsewhere.example"}.text() == "/https%3A//elsewhere.example");
    CHECK(Url{"\\\\elsewhere"}.text() == "/%5C%5Celsewhere");
    CHECK(Url{""}.text() == "/");
    CHECK(Url{"///"}.text() == "/");
    CHECK(Url{"/"}.segment("/elsewhere").text() == "/%2Felsewhere");
}

TEST_CASE("everything that means something in an address is encoded, byte by byte") {
    CHECK(Url{"/sök/a b"}.text() == "/s%C3%B6k/a%20b");
    CHECK(Url{"/matt"}.segment("50 %/år?#").text() == "/matt/50%20%25%2F%C3%A5r%3F%23");
    CHECK(Url{"/x"}.query("q", "a&b=c+d é").text() == "/x?q=a%26b%3Dc%2Bd%20%C3%A9");
    CHECK(Url{"/x"}.segment("\"'<>").text() == "/x/%22%27%3C%3E");
}

TEST_CASE("a query pair takes the place of the one with the same name") {
    auto const url = Url{"/avvikelser"}.query("enhet", "A").query("enhetstyp", "x").query("sida", "2");
    CHECK(url.text() == "/avvikelser?enhet=A&enhetstyp=x&sida=2");
    CHECK(url.query("enhet", "B").text() == "/avvikelser?enhet=B&enhetstyp=x&sida=2");
    CHECK(url.query("sida", "3").text() == "/avvikelser?enhet=A&enhetstyp=x&sida=3");
    CHECK(url.without_query("enhet").text() == "/avvikelser?enhetstyp=x&sida=2");
    CHECK(url.without_query("enhet").without_query("sida").without_query("enhetstyp").text() == "/avvikelser");
}

TEST_CASE("the anchor stands last, whatever is added after it") {
    CHECK(Url{"/x"}.anchor("tabell 1").query("a", "b").text() == "/x?a=b#tabell%201");
    CHECK(Url::on_this_page("main").text() == "#main");
}
