#include "base/text.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace rodtrad::base;

TEST_CASE("white space falls away at both ends, no-break spaces too, and stays within") {
    CHECK(trimmed(" \t\r\n\xC2\xA0\xE2\x80\xAF"
                  "a b\xC2\xA0 ") == "a b");
    CHECK(trimmed("\xC2\xA0").empty());
    CHECK(trimmed("å") == "å");
}

TEST_CASE("UTF-8 is told from what is not") {
    CHECK(is_utf8("Årsta är öde €"));
    CHECK_FALSE(is_utf8("\xC5rsta"));
    CHECK_FALSE(is_utf8(std::string_view{"a\0b", 3}));
    CHECK_FALSE(is_utf8("\xC0\x80"));     // NUL in too many bytes
    CHECK_FALSE(is_utf8("\xED\xA0\x80")); // half a surrogate pair
    CHECK_FALSE(is_utf8("\xC3"));
}

TEST_CASE("words for search keep å, ä and ö, and let other accents fall") {
    CHECK(search_words("Idrottscafé, ÅRSTA (Öst)") == std::vector<std::string>{"idrottscafe", "årsta", "öst"});
    CHECK(search_words("A\xCC\x8Ak") == std::vector<std::string>{"åk"}); // a ring of its own behind the letter
    CHECK(search_words(" –, ").empty());
    CHECK(lower("ÅRSTA") == "årsta");
}

TEST_CASE("a number reads back as the same number, and only whole texts are numbers") {
    for (auto const value : {0.1, -1e300, 1.0 / 3, std::numeric_limits<double>::denorm_min(), 42.0})
        CHECK(to_double(shortest(value)) == value);
    CHECK(shortest(80) == "80");
    for (auto const* text : {"", "1,5", " 1", "1 ", "1e999", "inf", "nan", "0x10", "+1"}) {
        CAPTURE(text);
        CHECK_FALSE(to_double(text));
    }
}
