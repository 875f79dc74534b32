#include "web/target.hpp"

#include <doctest/doctest.h>

using rodtrad::web::Pairs;
using rodtrad::web::to_target;
using Path = std::vector<std::string>;

TEST_CASE("a path is decoded segment by segment, so that an encoded slash stays inside its segment") {
    CHECK(to_target("/")->path == Path{});
    CHECK(to_target("/matt/N15%2FA/0180")->path == Path{"matt", "N15/A", "0180"});
    CHECK(to_target("/a/")->path == Path{"a", ""});
    CHECK(to_target("/a+b%20c")->path == Path{"a+b c"});
    CHECK(to_target("/../x")->path == Path{"..", "x"}); // names, not steps: nothing here is a folder
    CHECK(to_target("/?")->path == Path{});
}

TEST_CASE("a query is decoded pair by pair, in order") {
    CHECK(to_target("/sok?q=f%C3%B6r+ek&x=1%2B1")->query == Pairs{{"q", "för ek"}, {"x", "1+1"}});
    CHECK(to_target("/?a&b=&&=c&a=d=e?")->query == Pairs{{"a", ""}, {"b", ""}, {"", "c"}, {"a", "d=e?"}});
    CHECK(to_target("/?q=a%09b")->query == Pairs{{"q", "a\tb"}});
}

TEST_CASE("an address that means nothing is refused") {
    for (auto const* text : {"", "*", "x", "http://localhost/", "//", "//a", "/a//b", "/%", "/%4", "/%4x", "/%00",
                             "/%0A", "/%7F", "/%C3", "/%ED%A0%80", "/%C0%AF", "/?q=%", "/?q=%00", "/?%FF=1"}) {
        CAPTURE(text);
        CHECK(!to_target(text));
    }
}
