#include "demo/example.hpp"
#include "demo/files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>

using namespace rodtrad;

namespace {

// FNV-1a over every file, names included.
std::uint64_t fingerprint(demo::Example const& example) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    auto const add = [&](std::string const& text) {
        for (char const letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
    };
    for (auto const& file : demo::files_of(example)) {
        add(file.name);
        add(file.text);
    }
    return hash;
}

demo::Example const& example() {
    static auto const made = demo::make_example({});
    return made;
}

} // namespace

TEST_CASE("the same seed gives the same files on every platform, another seed gives others") {
    CHECK(fingerprint(example()) == 0x5abdff2588715d8cU);
    CHECK(fingerprint(demo::make_example({})) == fingerprint(example()));
    CHECK(fingerprint(demo::make_example({.seed = 2})) != fingerprint(example()));
}

TEST_CASE("the organisation is one tree of about 250 units with unique codes that fit in an address") {
    std::set<std::string> codes;
    int roots = 0;
    for (auto const& place : example().places) {
        auto const& unit = place.unit;
        INFO(unit.code);
        CHECK(codes.insert(unit.code).second);
        CHECK(std::ranges::all_of(unit.code, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }));
        if (!unit.parent) ++roots;
        if (unit.parent) CHECK(codes.contains(*unit.parent)); // which has come before
    }
    CHECK(roots == 1);
    CHECK(codes.size() >= 230);
    CHECK(codes.size() <= 280);
}

TEST_CASE("no Swedish municipality has the name of the example") {
    auto const* shared = std::getenv("RODTRAD_SHARED_DIR");
    std::filesystem::path const list =
        std::filesystem::path{shared != nullptr ? shared : "../shared"} / "data/kolada/municipality_2026-03-23_v3.json";
    std::ifstream in{list};
    if (!in) {
        MESSAGE("skipped: ", list.string(), " is absent");
        return;
    }
    std::string const text{std::istreambuf_iterator<char>{in}, {}};
    REQUIRE(text.find("\"Linköping\"") != std::string::npos);
    CHECK(text.find("Lindhamra") == std::string::npos);
}

TEST_CASE("sixty measures over four perspectives are titled and defined in both languages where both are shown") {
    std::map<std::string, int> perspectives;
    std::set<std::string> codes;
    for (auto const& measure : example().measures) {
        INFO(measure.code);
        ++perspectives[measure.perspective];
        CHECK(codes.insert(measure.code).second);
        CHECK(measure.title.size() > 10);
        CHECK(measure.title_en.size() > 10);
        CHECK(measure.definition.ends_with('.'));
        CHECK(!measure.source.empty());
        CHECK(!measure.owner.empty());
        CHECK(measure.min_effect.value_or(0) > 0);
    }
    CHECK(codes.size() == 60);
    CHECK(perspectives.size() == 4);
}

TEST_CASE("every measure is reported, and nothing is counted that is not there") {
    std::map<std::string_view, domain::ValueKind> kind_of;
    for (auto const& measure : example().measures) kind_of[measure.code] = measure.kind;
    std::set<std::string_view> reported;
    std::set<std::size_t> states;
    for (auto const& figure : example().figures) {
        reported.insert(figure.measure);
        states.insert(figure.outcome.index());
        auto const* measured = std::get_if<domain::Measured>(&figure.outcome);
        if (measured == nullptr || !measured->counts) continue;
        auto const [x, n] = *measured->counts;
        if (n > 0 && kind_of[figure.measure] != domain::ValueKind::proportion) continue;
        INFO(std::string{figure.measure}, " ", std::string{figure.unit}, " ", figure.period.text());
        REQUIRE(n > 0);
        REQUIRE(x >= 0);
        REQUIRE(x <= n);
    }
    CHECK(reported.size() == 60);
    CHECK(states.size() == std::variant_size_v<domain::Outcome>); // measured, missing, not applicable, confidential
}

TEST_CASE("stories are planted of every kind, judgement and tier, about units and measures that exist") {
    std::set<std::string> kinds;
    std::set<std::string_view> judgements;
    std::set<std::string_view> ids;
    std::string tiers;
    for (auto const& story : example().stories) {
        INFO(std::string{story.id});
        CHECK(ids.insert(story.id).second);
        std::istringstream words{std::string{story.kinds}};
        for (std::string kind; words >> kind;) kinds.insert(kind);
        judgements.insert(story.judgement);
        tiers += std::string{story.tiers} + ' ';
        CHECK(std::ranges::count(example().measures, story.measure, &domain::Measure::code) == 1);
        CHECK(std::ranges::count(example().places, story.unit, [](auto const& place) { return place.unit.code; }) == 1);
        CHECK(story.text.ends_with('.') != story.text.ends_with('?'));
        for (auto const& shift : story.shifts)
            CHECK(std::ranges::count(example().figures, shift.measure, &demo::Figure::measure) > 0);
    }
    CHECK(kinds == std::set<std::string>{"target", "change", "comparison", "gap", "spread", "neighbour"});
    CHECK(judgements == std::set<std::string_view>{"better", "worse", "neutral"});
    for (auto const* tier : {"act", "look_into", "watch", "learn_from"}) CHECK(tiers.find(tier) != std::string::npos);
    CHECK(ids.size() >= 25);
    CHECK(demo::make_example({.is_planted = false}).stories.empty());
}

TEST_CASE("the guide to the example tells every planted story, in both languages") {
    struct Guide {
        std::string path;
        std::string units;
    };
    for (auto const& [path, units] :
         {Guide{"docs/guide/example.sv.md", "enheter"}, Guide{"docs/guide/example.md", "units"}}) {
        std::ifstream in{path};
        REQUIRE(in);
        std::string const guide{std::istreambuf_iterator<char>{in}, {}};
        for (auto const& story : example().stories) {
            INFO(path, ": ", std::string{story.id});
            auto const row = "| " + std::string{story.measure} + " | " + std::string{story.unit} + ' ';
            CHECK(guide.find(row) != std::string::npos);
        }
        CHECK(guide.find(std::to_string(example().places.size()) + ' ' + units) != std::string::npos);
    }
}
