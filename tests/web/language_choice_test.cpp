#include "web/language_choice.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::web;

TEST_CASE("the language is the one chosen, else the one the browser asks for, else Swedish") {
    auto const code = [](Pairs headers, Pairs cookies) {
        return chosen_language({.headers = std::move(headers), .cookies = std::move(cookies)}).code();
    };
    CHECK(code({}, {}) == "sv");
    CHECK(code({{"accept-language", "en-GB,en;q=0.9,sv;q=0.5"}}, {}) == "en");
    CHECK(code({{"accept-language", "en;q=0.4,sv;q=0.5"}}, {}) == "sv");
    CHECK(code({{"accept-language", "de"}}, {}) == "sv");
    CHECK(code({{"accept-language", "sv"}}, {{"lang", "en"}}) == "en");
    CHECK(code({{"accept-language", "en"}}, {{"lang", "klingon"}}) == "en");
}

TEST_CASE("a choice of language is remembered for a year, and leads to the same address without it") {
    auto const answer =
        language_switch({.path = {"matt", "N15/A"}, .query = {{"grupp", "K"}, {"lang", "en"}, {"q", "å&ä"}}});
    REQUIRE(answer);
    CHECK(answer->status == 303);
    CHECK(answer->header("Location") == "/matt/N15%2FA?grupp=K&q=%C3%A5%26%C3%A4");
    CHECK(answer->header("Set-Cookie") == "lang=en; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
}

TEST_CASE("a choice of language never leads to another site") {
    CHECK(language_switch({.path = {"/evil.example"}, .query = {{"lang", "sv"}}})->header("Location") ==
          "/%2Fevil.example");
    CHECK(language_switch({.path = {"\\evil.example"}, .query = {{"lang", "sv"}}})->header("Location") ==
          "/%5Cevil.example");
}

TEST_CASE("a language we do not speak is no choice") {
    CHECK(!language_switch({.query = {{"lang", "de"}}}));
    CHECK(!language_switch({.query = {{"lang", ""}}}));
    CHECK(!language_switch({}));
}

TEST_CASE("cookies are read as pairs, and what is not a pair is passed over") {
    CHECK(cookies_of("lang=en; a=b=c;x; =y ;  z = 1") == Pairs{{"lang", "en"}, {"a", "b=c"}, {"", "y"}, {"z", "1"}});
    CHECK(cookies_of("").empty());
}
