#include "web/address.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using web::within_site;

TEST_CASE("an address of ours to go back to is kept as it is") {
    for (auto const* text : {"/", "/avvikelser", "/matt/N15%2FA/0180?bland=alla&grupp=K#trend", "/a/",
                             "/sok?q=f%C3%B6r", "/sok?q=https%3A%2F%2Fevil.example", "/a#f%C3%B6r"}) {
        CAPTURE(text);
        auto const url = within_site(text);
        REQUIRE(url);
        CHECK(url->text() == text);
    }
    CHECK(within_site("/a?q=å b").value().text() == "/a?q=%C3%A5%20b");
    CHECK(within_site("/a?next=//evil.example").value().text() == "/a?next=%2F%2Fevil.example");
    CHECK(within_site("/https://evil.example") == std::nullopt); // an empty segment: no address of ours has one
    CHECK(within_site("/https:evil.example").value().text() == "/https%3Aevil.example");
}

TEST_CASE("an address that would lead to another site is refused") {
    for (auto const* text : {"",
                             "evil.example",
                             "//evil.example",
                             "///evil.example",
                             "////evil.example",
                             "/\\evil.example",
                             "\\\\evil.example",
                             "/\\/evil.example",
                             "\\/evil.example",
                             "https://evil.example",
                             "https:evil.example",
                             "https:/evil.example",
                             "http:///evil.example",
                             "HtTpS://evil.example",
                             " //evil.example",
                             " /a",
                             "\t//evil.example",
                             "/\t/evil.example",
                             "/\n/evil.example",
                             "/\r\n/evil.example",
                             "/\r\nLocation: https://evil.example",
                             "/%0D%0ALocation:%20https://evil.example",
                             "/a?b=c\r\nSet-Cookie: d=e",
                             "/.//evil.example",
                             "/..//evil.example",
                             "/%2e%2e//evil.example",
                             "/./a",
                             "/a/..",
                             "/a/%2E%2e/b",
                             "javascript:alert(1)",
                             "java\tscript:alert(1)",
                             "data:text/html,x",
                             "?q=1",
                             "#a",
                             "@evil.example",
                             "/%",
                             "/a#%",
                             "/%FF"}) {
        CAPTURE(text);
        CHECK(!within_site(text));
    }
    // These become names within the site.
    CHECK(within_site("/%2F%2Fevil.example").value().text() == "/%2F%2Fevil.example");
    CHECK(within_site("/%5Cevil.example").value().text() == "/%5Cevil.example");
    CHECK(within_site("/@evil.example").value().text() == "/%40evil.example");
    CHECK(within_site("/%252F%252Fevil.example").value().text() == "/%252F%252Fevil.example");
}

TEST_CASE("no address that the program writes leads to another site, whatever it is made of") {
    for (auto const* text :
         {"//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
          "https:evil.example", "", "/", "\r\nSet-Cookie: a=b", "\t//evil.example", "javascript:alert(1)"}) {
        CAPTURE(text);
        for (auto const& url :
             {view::Url{text}, view::Url{"/"}.segment(text), view::Url{"/"}.segment("").segment(text),
              view::Url{""}.segment("").segment("").segment(text), view::Url{"/"}.query(text, text).anchor(text)}) {
            auto const written = url.text();
            CHECK(written.starts_with('/'));
            CHECK(!written.starts_with("//"));
            CHECK(written.find_first_of("\\\r\n\t:") == std::string::npos);
            CHECK(web::see_other(url).header("Location") == written);
        }
    }
}
