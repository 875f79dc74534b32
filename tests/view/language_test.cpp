#include "view/language.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>

using rodtrad::view::Language;

namespace {

std::set<std::string> places_in(std::string_view text) {
    static std::regex const place{R"(\{\d\})"};
    std::string const whole{text};
    std::set<std::string> places;
    for (std::sregex_iterator at{whole.begin(), whole.end(), place}, end; at != end; ++at) places.insert(at->str());
    return places;
}

} // namespace

TEST_CASE("texts are English in the code, and Swedish for those who read Swedish") {
    CHECK(Language::english().tr("March") == "March");
    CHECK(Language::swedish().tr("March") == "mars");
    CHECK(Language::swedish().tr("a text that nobody has translated") == "a text that nobody has translated");
    CHECK(Language::swedish().trc("a context that is not there", "March") == "March");
}

TEST_CASE("one is one, and all other numbers are many") {
    auto const& sv = Language::swedish();
    CHECK(sv.trn("percentage point", "percentage points", 1) == "procentenhet");
    for (auto const n : {0, 2, 11, 101, -1})
        CHECK(sv.trn("percentage point", "percentage points", n) == "procentenheter");
    CHECK(Language::english().trn("percentage point", "percentage points", 1) == "percentage point");
    CHECK(Language::english().trn("percentage point", "percentage points", 0) == "percentage points");
    CHECK(sv.trn("{0} point is a signal: {1}.", "{0} points are a signal: {1}.", 3, "3", "sämre") ==
          "3 punkter är en signal: sämre.");
}

TEST_CASE("arguments are filled in where they belong, and never read as places themselves") {
    auto const& en = Language::english();
    CHECK(en.tr("{1} before {0}", "a", std::string{"b"}) == "b before a");
    CHECK(en.tr("{0}", "{0}{1}") == "{0}{1}");
    CHECK(en.tr("{0} {7} {x} {", "a") == "a {7} {x} {");
}

TEST_CASE("a Swedish text has the same places for arguments as the English one") {
    CHECK(Language::swedish().catalogue().size() > 60);
    for (auto const& [key, forms] : Language::swedish().catalogue()) {
        auto const text = key.substr(key.find('\4') + 1);
        std::set<std::string> of_all_forms;
        auto rest = forms;
        while (true) {
            auto const end = rest.find('\0');
            of_all_forms.merge(places_in(rest.substr(0, end)));
            if (end == rest.npos) break;
            rest.remove_prefix(end + 1);
        }
        INFO(key);
        // The form for one may leave its number out, so only the forms together are held against the text.
        auto const of_text = places_in(text);
        CHECK(std::ranges::includes(of_all_forms, of_text));
        if (forms.find('\0') == forms.npos) CHECK(of_all_forms == of_text);
    }
}

TEST_CASE("the browser's wishes choose the language, and Swedish is what is spoken otherwise") {
    CHECK(Language::preferred("").code() == "sv");
    CHECK(Language::preferred("de-DE,fr;q=0.8").code() == "sv");
    CHECK(Language::preferred("en-GB,en;q=0.9,sv;q=0.5").code() == "en");
    CHECK(Language::preferred("en;q=0.3, sv-SE;q=0.8").code() == "sv");
    CHECK(Language::preferred("fi, EN ;q=0.1").code() == "en");
    CHECK(Language::preferred("en;q=0").code() == "sv");
    CHECK(Language::preferred(";;q=,,,en;q=x").code() == "sv");
    CHECK(Language::find("en") == &Language::english());
    CHECK(Language::find("de") == nullptr);
}
