#include "base/error.hpp"
#include "view/assets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

using namespace rodtrad::view;

namespace {

Asset const& asset(std::string_view name) {
    auto const path = asset_url(name).text();
    auto const* found = find_asset(std::string_view{path}.substr(std::string_view{"/assets/"}.size()));
    REQUIRE(found != nullptr);
    return *found;
}

// The colours that the stylesheet names, "--ink" → {0x1d, 0x21, 0x26}.
using Colour = std::array<double, 3>;
std::map<std::string, Colour> colours() {
    std::map<std::string, Colour> all;
    std::string const style{asset("rodtrad.css").bytes};
    static std::regex const token{R"((--[a-z0-9-]+): #([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2});)"};
    for (std::sregex_iterator at{style.begin(), style.end(), token}, end; at != end; ++at) {
        auto const part = [&](std::size_t i) { return std::stoi((*at)[i].str(), nullptr, 16) / 255.0; };
        all[(*at)[1].str()] = {part(2), part(3), part(4)};
    }
    return all;
}

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(Colour const& colour) {
    auto const linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

double contrast(Colour const& a, Colour const& b) {
    auto const [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

TEST_CASE("every file the pages need is in the program, under an address that its contents decide") {
    for (auto const name : {"rodtrad.css", "htmx.js", "mark.svg", "source-sans-3.woff2", "source-sans-3-extended.woff2",
                            "source-serif-4.woff2", "source-serif-4-extended.woff2"}) {
        auto const& found = asset(name);
        CHECK(found.name == name);
        CHECK(found.hash.size() == 16);
        CHECK(found.served_as.find(found.hash) != std::string_view::npos);
        CHECK_FALSE(found.bytes.empty());
    }
    CHECK(asset("source-sans-3.woff2").bytes.starts_with("wOF2"));
    CHECK(asset("rodtrad.css").content_type == "text/css; charset=utf-8");
    CHECK(find_asset("rodtrad.css") == nullptr); // without its hash nobody asks for it
    CHECK_THROWS_AS(asset_url("nothing.css"), rodtrad::base::Error);
}

TEST_CASE("the files in the program are those of the project, byte for byte") {
    std::ifstream file{"assets/mark.svg", std::ios::binary};
    std::string const bytes{std::istreambuf_iterator<char>{file}, {}};
    CHECK(asset("mark.svg").bytes == bytes);
}

TEST_CASE("the stylesheet finds its typefaces, and nothing outside the program") {
    std::string const style{asset("rodtrad.css").bytes};
    static std::regex const address{R"re(url\("?([^")]*)"?\))re"};
    int number = 0;
    for (std::sregex_iterator at{style.begin(), style.end(), address}, end; at != end; ++at) {
        INFO((*at)[1].str());
        CHECK(find_asset((*at)[1].str()) != nullptr);
        ++number;
    }
    CHECK(number == 4);
    CHECK(style.find("@import") == style.npos);
}

TEST_CASE("all text has a contrast of at least 4.5 to 1, and what can be filled in an edge of at least 3 to 1") {
    auto const all = colours();
    auto const ratio = [&](std::string const& a, std::string const& b) { return contrast(all.at(a), all.at(b)); };
    for (auto const* ink : {"--ink", "--ink-2", "--ink-3", "--thread"})
        for (auto const* ground : {"--paper", "--card", "--wash", "--normal-wash"}) {
            INFO(ink, " on ", ground);
            CHECK(ratio(ink, ground) >= 4.5);
        }
    for (std::string const tone : {"--better", "--worse", "--neutral", "--normal"}) {
        INFO(tone);
        for (auto const* ground : {"-wash", "-ink"}) CHECK(all.contains(tone + ground));
        CHECK(ratio(tone + "-ink", tone + "-wash") >= 4.5);
        for (auto const* ground : {"--paper", "--card"}) CHECK(ratio(tone + "-ink", ground) >= 4.5);
        for (auto const* ground : {"--paper", "--card", "--normal-wash"}) CHECK(ratio(tone, ground) >= 3);
    }
    for (auto const* ground : {"--paper", "--card"}) {
        CHECK(ratio("--control", ground) >= 3);
        CHECK(ratio("--focus", ground) >= 3);
    }
}
