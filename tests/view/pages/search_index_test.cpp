#include "study/dataset_builder.hpp"
#include "view/pages/schools.hpp"
#include "view/search_index.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace rodtrad;

namespace {

std::vector<std::string> unit_names(study::Dataset const& data, std::string_view question) {
    std::vector<std::string> names;
    for (auto const unit : view::SearchIndex{data}.find(question, 10).units)
        names.push_back(data.units[unit].unit.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a unit is found by the beginning of a word, in either case, and å, ä and ö are letters of their own") {
    auto const schools = view::test::schools();
    CHECK(unit_names(schools.data, "norr") == Names{"Norrskolan"});
    CHECK(unit_names(schools.data, "ÄNGS") == Names{"Ängsskolan"});
    CHECK(unit_names(schools.data, "åss") == Names{"Åsskolan"});
    CHECK(unit_names(schools.data, "ass").empty());
    CHECK(unit_names(schools.data, "skolan").empty()); // the end of a word is not its beginning
}

TEST_CASE("a unit and a measure are found by their codes") {
    auto const schools = view::test::schools();
    CHECK(unit_names(schools.data, "s3") == Names{"Bokskolan"});
    auto const hits = view::SearchIndex{schools.data}.find("beh", 10);
    CHECK(hits.measures == std::vector{view::test::eligible});
}

TEST_CASE("a measure is found in both languages, once") {
    auto const schools = view::test::schools({.measure = "Eligible eller behörig"});
    view::SearchIndex const index{schools.data};
    CHECK(index.find("behörig", 10).measures_found == 1);
    CHECK(index.find("eligible", 10).measures_found == 1);
    CHECK(index.find("vocational eligible", 10).measures_found == 1);
}

TEST_CASE("all words must be found, and the name that is the question itself comes first") {
    study::Dataset data;
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (auto const* name : {"Björkens förskola norr", "Förskolan Björken", "Björken", "Björkens äldreboende"}) {
        domain::Unit unit;
        unit.code = "U" + std::to_string(units.size());
        unit.name = name;
        units.emplace_back(domain::UnitId{static_cast<std::int64_t>(units.size()) + 1}, unit);
    }
    data.units = study::in_tree_order(std::move(units));
    CHECK(unit_names(data, "björken").front() == "Björken");
    CHECK(unit_names(data, "björken").size() == 4);
    CHECK(unit_names(data, "för björ") == Names{"Förskolan Björken", "Björkens förskola norr"});
    CHECK(unit_names(data, "björken ek").empty());
}

TEST_CASE("an empty question, or one of signs only, finds nothing") {
    auto const schools = view::test::schools();
    view::SearchIndex const index{schools.data};
    for (auto const* question : {"", "   ", "&<>", "\xff\xfe"}) CHECK(index.find(question, 10).units_found == 0);
}

TEST_CASE("more hits than asked for are counted") {
    auto const schools = view::test::schools();
    auto const hits = view::SearchIndex{schools.data}.find("s", 3);
    CHECK(hits.units.size() == 3);
    CHECK(hits.units_found == 8); // codes S0 … S7
}

TEST_CASE("among ten thousand names a search takes no time to speak of") {
    study::Dataset data;
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (int i = 0; i < 10'000; ++i) {
        domain::Unit unit;
        unit.code = std::to_string(i);
        unit.name = "Enhet nummer " + std::to_string(i) + (i % 7 == 0 ? " norr" : " söder");
        units.emplace_back(domain::UnitId{i + 1}, unit);
    }
    data.units = study::in_tree_order(std::move(units));
    view::SearchIndex const index{data};
    auto const start = std::chrono::steady_clock::now();
    CHECK(index.find("enh nor 77", 20).units_found == 18); // 77, 770, 777, and 15 from 7700 on
    auto const took = std::chrono::steady_clock::now() - start;
    MESSAGE("searched 10,000 names in ", std::chrono::duration_cast<std::chrono::microseconds>(took).count(), " µs");
}
