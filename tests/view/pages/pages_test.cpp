#include "study/dataset_builder.hpp"
#include "study/roll_up.hpp"
#include "view/pages/list_view.hpp"
#include "view/pages/measure_panels.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/measures_view.hpp"
#include "view/pages/plain_pages.hpp"
#include "view/pages/schools.hpp"
#include "view/pages/search_view.hpp"
#include "view/pages/unit_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

using namespace rodtrad;
using namespace rodtrad::view;
using namespace rodtrad::view::pages;
using view::test::eligible;
using view::test::norrskolan;
using view::test::Schools;
using view::test::schools;

namespace {

Context swedish(std::string organisation = "Lilla kommunen") {
    return {.language = Language::swedish(),
            .organisation = std::move(organisation),
            .version = "0.1.0",
            .person = domain::PersonId{1},
            .person_name = "Anna Ek"};
}
Context english() {
    auto context = swedish();
    return {.language = Language::english(),
            .organisation = context.organisation,
            .version = context.version,
            .person = context.person,
            .person_name = context.person_name};
}

std::string list_of(Schools const& made, ListQuestion const& question, Context const& context) {
    return list_page(list_view(made.data, made.list, question, context.language), context);
}

std::string measure_of(Schools const& made, Provenance const& provenance, Context const& context) {
    SeriesKey const key{eligible, norrskolan(made.data), study::GroupIndex{0}};
    return measure_page(measure_view(key, made.data, made.list, provenance, context.language), context);
}

std::size_t count(std::string_view page, std::string_view text) {
    std::size_t found = 0;
    for (auto at = page.find(text); at != page.npos; at = page.find(text, at + 1)) ++found;
    return found;
}

bool holds(std::string_view page, std::string_view text) { return page.find(text) != page.npos; }

// Another measure with the figures of the first.
void add_measure(Schools& made, std::string title) {
    auto measure = made.data.measures[eligible];
    measure.measure.code = "X" + std::to_string(made.data.measures.size());
    measure.measure.title = std::move(title);
    made.data.measures.push_back(std::move(measure));
}

// Every page of the site, in one language.
std::vector<std::string> all_pages(Schools const& made, Context const& context) {
    auto const& language = context.language;
    std::vector<std::string> pages{list_of(made, {}, context),
                                   about_page(context),
                                   trouble_page(page_not_found(Url{"/nej"}, context.language), Url{"/nej"}, context),
                                   trouble_page(unit_not_found("X", context.language), Url{"/enhet/X"}, context),
                                   trouble_page(measure_not_found("X", context.language), Url{"/matt/X/Y"}, context),
                                   trouble_page(method_not_allowed(context.language), Url{"/"}, context),
                                   trouble_page(page_failed("7f3a", context.language), Url{"/"}, context),
                                   measures_page(measures_view(made.data, made.list, {}, language), context),
                                   units_page(units_view(made.data, made.list), context),
                                   search_page(search_view(made.data, SearchIndex{made.data}, "s", language), context)};
    ListQuestion table;
    table.is_table = true;
    pages.push_back(list_of(made, table, context));
    for (study::UnitIndex unit; unit < made.data.units.end_key(); unit = unit.next())
        pages.push_back(unit_page(unit_view(made.data, made.list, unit, {}, language), context));
    if (!made.data.measures.empty()) pages.push_back(measure_of(made, {}, context));
    return pages;
}

} // namespace

TEST_CASE("the list tells in plain words what stands out, and leads to the evidence") {
    auto const made = schools();
    auto const page = list_of(made, {}, swedish());
    CHECK(holds(page, "<h1>Vad sticker ut?</h1>"));
    CHECK(holds(page, "högst 1 av 20 slump"));
    CHECK(holds(page, "Lägre nivå sedan 2022"));
    CHECK(holds(page, "href=\"/matt/BEH/S0\""));
    CHECK(holds(page, "href=\"/enhet/S0\""));
    CHECK(holds(page, "mål 90\u00A0%"));
    CHECK(holds(page, "Tydlig försämring"));
    CHECK(holds(page, "<a href=\"/avvikelser?lang=en\" lang=\"en\""));
}

TEST_CASE("the list is in English where that is asked for, with the same addresses") {
    auto const page = list_of(schools(), {}, english());
    CHECK(holds(page, "<html lang=\"en\">"));
    CHECK(holds(page, "What stands out?"));
    CHECK(holds(page, "Lower level since 2022"));
    CHECK(holds(page, "Eligible for vocational programmes"));
    CHECK(holds(page, "href=\"/matt/BEH/S0\""));
}

TEST_CASE("a tier that is chosen is marked, and leads back to all of them") {
    auto const made = schools();
    ListQuestion question;
    question.tier = made.list.cards.front().tier;
    auto const page = list_of(made, question, swedish());
    CHECK(count(page, "aria-current=\"true\"") == 1);
    CHECK(holds(page, "<a href=\"/avvikelser\" aria-current=\"true\">"));
}

TEST_CASE("a filter that leaves nothing says so, and offers a way back") {
    ListQuestion question;
    question.kind = study::FindingKind::spread;
    question.judgement = study::Judgement::better;
    auto const page = list_of(schools(), question, swedish());
    CHECK(holds(page, "Inget sticker ut"));
    CHECK(holds(page, "Rensa urvalet"));
}

TEST_CASE("a page number beyond the last shows the last") {
    ListQuestion question;
    question.page = 999;
    CHECK(list_view(schools().data, schools().list, question, Language::swedish()).question.page == 1);
}

TEST_CASE("a measure is shown with its figure, what it stands on, its peers and how it was calculated") {
    auto const made = schools();
    domain::Delivery const delivery{
        domain::DeliveryId{1}, base::to_instant("2025-06-14T10:00:00Z"), {}, "betyg.csv", "tidy CSV", {}};
    Provenance const provenance{delivery,
                                {{delivery, domain::Measured{62.0, {}, false}}, {delivery, domain::Missing{}}}};
    auto const page = measure_of(made, provenance, swedish());
    CHECK(holds(page, "<h1>Behöriga till yrkesprogram</h1>"));
    CHECK(holds(page, "av 150 elever, troligen "));
    CHECK(holds(page, "Jämfört med andra enheter inom grundskola"));
    CHECK(holds(page, "Norrskolan har det lägsta värdet."));
    CHECK(holds(page, "Så räknade vi"));
    CHECK(holds(page, "XmR-diagram"));
    CHECK(holds(page, "Högre är bättre"));
    CHECK(holds(page, "90\u00A0% från 2020"));
    CHECK(holds(page, "<dd>Skolans betygssystem</dd>"));
    CHECK(holds(page, "betyg.csv, mottagen 14 juni 2025"));
    CHECK(holds(page, "saknas enligt betyg.csv"));
    CHECK(holds(page, "href=\"/matt/BEH/S0.csv\""));
    CHECK(holds(page, "href=\"/matt/BEH/S0?grupp=K\""));
    CHECK(count(page, "<table") >= 3); // behind the charts
}

TEST_CASE("a measure of a unit above shows the units behind it, and how many have reported") {
    auto const made = schools();
    SeriesKey const key{eligible, *made.data.find_unit("K"), study::GroupIndex{0}};
    auto const page = measure_page(measure_view(key, made.data, made.list, {}, Language::swedish()), swedish());
    CHECK(holds(page, "Enheterna bakom Lilla kommunen"));
    CHECK(holds(page, "8 av 8 enheter har lämnat värden."));
    CHECK(holds(page, "sammanräknat från 8 av 8 enheter"));
}

TEST_CASE("a unit with one unit below is shown with those that the figures come from") {
    auto made = schools();
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (auto const& node : made.data.units) units.emplace_back(node.id, node.unit);
    domain::Unit country;
    country.code = "R";
    country.name = "Riket";
    country.kind = domain::UnitKind::country;
    for (auto& [id, unit] : units)
        if (unit.code == "K") unit.parent = "R";
    units.emplace_back(domain::UnitId{99}, country);
    auto const cube = made.data.measures[eligible].cube;
    auto const old_units = made.data.units;
    made.data.units = study::in_tree_order(std::move(units));

    study::CubeBuilder larger{made.data.units.size(), domain::Periodicity::year};
    auto const t = cube->periods() - 1;
    for (std::size_t u = 0; u < old_units.size(); ++u) {
        study::UnitIndex const old{u};
        auto const at = cube->at(0, t, old);
        auto const unit = *made.data.find_unit(old_units[old].unit.code);
        CHECK(larger.add(unit, study::GroupIndex{0}, cube->period(t),
                         domain::Measured{cube->value(at), cube->counts(at), false}));
    }
    made.data.measures[eligible].cube = larger.build();
    made.data.measures[eligible].coverage = nullptr;
    made.data.measures[eligible] = study::rolled_up(made.data.measures[eligible], made.data.units);
    made.list = {};
    SeriesKey const key{eligible, *made.data.find_unit("R"), study::GroupIndex{0}};
    auto const view = measure_view(key, made.data, made.list, {}, Language::swedish());
    REQUIRE(view.children);
    CHECK(view.children->chart.units.size() == 8);
}

TEST_CASE("the reason why there is no figure is said in words, and a confidential one is never shown") {
    Schools made = schools();
    study::CubeBuilder cube{made.data.units.size(), domain::Periodicity::year};
    auto const add = [&](int year, domain::Outcome const& outcome) {
        CHECK(cube.add(norrskolan(made.data), study::GroupIndex{0},
                       domain::Period::make(domain::Periodicity::year, year), outcome));
    };
    add(2020, domain::Measured{88, {}, true});
    add(2021, domain::Missing{});
    add(2022, domain::NotApplicable{});
    add(2023, domain::Confidential{});
    made.data.measures[eligible].cube = cube.build();
    made.data.measures[eligible].coverage = nullptr;
    made.list = {};
    auto const page = measure_of(made, {}, swedish());
    CHECK(holds(page, "<td>preliminär</td>"));
    CHECK(holds(page, "<td>saknas</td>"));
    CHECK(holds(page, "<td>ej tillämpligt</td>"));
    CHECK(holds(page, "<td class=\"figure\">..</td><td>för litet underlag att visa</td>"));
    CHECK(holds(page, "För få mätningar"));
    CHECK(measure_csv(made.data, eligible, norrskolan(made.data)) ==
          "measure,unit,group,period,value,numerator,denominator,status\n"
          "BEH,S0,T,2020,88,,,preliminary\n"
          "BEH,S0,T,2021,,,,missing\n"
          "BEH,S0,T,2022,,,,not_applicable\n"
          "BEH,S0,T,2023,,,,confidential\n");
}

TEST_CASE("a unit is shown in its place, with what is below it and all its measures") {
    auto const made = schools();
    auto const page =
        unit_page(unit_view(made.data, made.list, *made.data.find_unit("K"), {}, Language::swedish()), swedish());
    CHECK(holds(page, "<h1>Lilla kommunen</h1>"));
    CHECK(holds(page, "Åsskolan"));
    CHECK(holds(page, "Den vi finns till för"));
    CHECK(holds(page, "href=\"/matt/BEH/K\""));
}

TEST_CASE("every page has one heading of the first degree, a way past the menu, and a language") {
    auto const made = schools();
    for (auto const& context : {swedish(), english()}) {
        for (auto const& page : all_pages(made, context)) {
            CAPTURE(page.substr(0, 400));
            CHECK(count(page, "<h1") == 1);
            CHECK(count(page, "<main") == 1);
            CHECK(holds(page, "href=\"#main\""));
            CHECK(page.starts_with("<!doctype html>\n<html lang=\""));
            CHECK_FALSE(holds(page, " style="));
            CHECK_FALSE(holds(page, "<script>"));
            CHECK_FALSE(holds(page, ">nan"));
            CHECK_FALSE(holds(page, "\"nan"));
        }
    }
}

TEST_CASE("names are text wherever they stand") {
    std::string const hostile = "\"><script>alert(1)</script>&'";
    auto const made = schools({.municipality = hostile, .school = hostile, .measure = hostile});
    for (auto const& page : all_pages(made, swedish(hostile))) {
        CHECK_FALSE(holds(page, "<script>alert"));
        CHECK_FALSE(holds(page, "\"><script>"));
    }
    auto const searched =
        search_page(search_view(made.data, SearchIndex{made.data}, hostile, Language::swedish()), swedish());
    CHECK_FALSE(holds(searched, "<script>alert"));
}

TEST_CASE("an organisation without figures has pages that say so") {
    Schools const nothing;
    auto const page = list_of(nothing, {}, swedish());
    CHECK(holds(page, "Inget sticker ut"));
    CHECK(holds(page, "Leverera siffror"));
    for (auto const& one : all_pages(nothing, english())) CHECK(count(one, "<h1") == 1);
}

TEST_CASE("pages for what goes wrong say what happened and where to go") {
    auto const page = trouble_page(unit_not_found("X1", swedish().language), Url{"/enhet/X1"}, swedish());
    CHECK(holds(page, "Ingen enhet har koden ”X1”."));
    CHECK(holds(page, "href=\"/sok?q=X1\""));
    CHECK(holds(page, "<input class=\"search\""));
    CHECK(holds(trouble_page(page_failed("7f3a", english().language), Url{"/"}, english()), "give the reference 7f3a"));
}

TEST_CASE("measures stand under their letters, and å comes after z") {
    Schools made = schools();
    for (auto const* title : {"Ålder", "Zebror", "Äpplen", "aktivitet", "90 dagar"}) add_measure(made, title);
    std::vector<std::string> letters;
    for (auto const& letter : measures_view(made.data, made.list, {}, Language::swedish()).letters)
        letters.push_back(letter.letter);
    CHECK(letters == std::vector<std::string>{"0–9", "A", "B", "Z", "Å", "Ä"});
}

TEST_CASE("measures come a hundred a page, those without figures not at all, but they are counted") {
    Schools made = schools();
    for (int i = 0; i < 150; ++i) add_measure(made, "Mått " + std::to_string(i));
    made.data.measures.push_back({});
    auto const of = [&](MeasuresQuestion const& question) {
        return measures_page(measures_view(made.data, made.list, question, Language::swedish()), swedish());
    };
    auto const first = of({});
    CHECK(count(first, "href=\"/matt/") == 100);
    CHECK(holds(first, "151 mått med värden, från A till Ö. 1 till saknar ännu värden"));
    CHECK(holds(first, "href=\"/matt?sida=2\" rel=\"next\""));
    auto const last = of({.unit = {}, .area = {}, .perspective = {}, .page = 999});
    CHECK(count(last, "href=\"/matt/") == 51);
    CHECK(holds(last, "Sida 2 av 2"));
}

TEST_CASE("normal variation is that of the figures before a confirmed change, and the new ones alone are a signal") {
    auto const made = schools(); // falls in 2022
    auto const unit = norrskolan(made.data);
    SeriesKey const key{eligible, unit, study::GroupIndex{0}};
    auto const series = series_view(key, made.data, card_of(made.list, eligible, unit), Language::swedish());
    REQUIRE(series);
    CHECK(series->before_change == 12);
    REQUIRE(series->trend.segments.size() == 1);
    CHECK(series->trend.segments[0].mean == doctest::Approx(86).epsilon(0.01));
    CHECK(series->trend.segments[0].last == 15);
    for (auto const& point : series->trend.points) CHECK(point.signal.has_value() == (point.period.year() >= 2022));
    CHECK(holds(measure_of(made, {}, swedish()), "på de 12 mätningarna före förändringen"));

    auto const unchanged = series_view(key, made.data, nullptr, Language::swedish());
    CHECK(unchanged->before_change == 16);
}

TEST_CASE("a measure without a figure here leads to where it has one") {
    Schools made = schools();
    study::CubeBuilder cube{made.data.units.size(), domain::Periodicity::year};
    CHECK(cube.add(*made.data.find_unit("S3"), study::GroupIndex{0},
                   domain::Period::make(domain::Periodicity::year, 2025), domain::Measured{88, {}, false}));
    made.data.measures[eligible].cube = cube.build();
    made.data.measures[eligible].coverage = nullptr;
    made.list = {};
    auto const page = measure_of(made, {}, swedish());
    CHECK(holds(page, "href=\"/matt/BEH/S3\""));
    CHECK(holds(page, "href=\"/matt\">"));
}

TEST_CASE("a measure that is found by searching says whether it has figures") {
    Schools made = schools();
    study::MeasureData measure;
    measure.measure.code = "NY";
    measure.measure.title = "Behöriga till högskolan";
    made.data.measures.push_back(measure);
    auto const view = search_view(made.data, SearchIndex{made.data}, "behöriga", Language::swedish());
    REQUIRE(view.measures.size() == 2);
    auto const page = search_page(view, swedish());
    CHECK(holds(page, "<small>Grundskola</small>"));
    CHECK(holds(page, "<small>inga värden än</small>"));
}

TEST_CASE("a full list page is made in little time") {
    auto made = schools();
    auto const card = made.list.cards.front();
    made.list.cards.assign(40, card);
    auto const start = std::chrono::steady_clock::now();
    auto const page = list_of(made, {}, swedish());
    auto const took = std::chrono::steady_clock::now() - start;
    CHECK(count(page, "<article") == 20);
    CHECK(holds(page, "Sida 1 av 2"));
    MESSAGE("a list page of 20 cards: ", page.size(), " bytes in ",
            std::chrono::duration_cast<std::chrono::microseconds>(took).count(), " µs");
}
