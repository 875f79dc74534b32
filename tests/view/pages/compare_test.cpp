#include "view/pages/compare_view.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/schools.hpp"
#include "view/well_formed.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rodtrad;
using namespace rodtrad::view;
using namespace rodtrad::view::pages;
using tests::fault_in;
using view::test::eligible;
using view::test::norrskolan;
using view::test::Schools;
using view::test::schools;

namespace {

Language const& sv = Language::swedish();

CompareView compared(Schools const& made, CompareQuestion const& question, Language const& language = sv) {
    return compare_view(made.data, made.list, SearchIndex{made.data}, question, language);
}

std::string page_of(Schools const& made, CompareQuestion const& question, Language const& language = sv) {
    return compare_page(compared(made, question, language),
                        {.language = language, .organisation = "Lilla kommunen", .version = "0.1.0"});
}

// The first measure in Norrskolan.
CompareQuestion of_norrskolan(CompareWith with = CompareWith::nobody) {
    CompareQuestion question;
    question.measures = {"BEH"};
    question.units = {"S0"};
    question.with = with;
    return question;
}

// What is wrong with the first picture of a page that is not well formed; empty where they all are.
std::string fault_in_pictures(std::string_view page) {
    constexpr std::string_view end_tag = "</svg>";
    for (auto at = page.find("<svg"); at != page.npos; at = page.find("<svg", at + 1)) {
        auto const end = page.find(end_tag, at) + end_tag.size();
        if (auto fault = fault_in(page.substr(at, end - at)); !fault.empty()) return fault;
    }
    return {};
}

bool holds(std::string_view page, std::string_view text) { return page.find(text) != page.npos; }

// Another measure with the figures of the first.
void add_measure(Schools& made, std::string code) {
    auto measure = made.data.measures[eligible];
    measure.measure.title = "Mått " + code;
    measure.measure.code = std::move(code);
    made.data.measures.push_back(std::move(measure));
}

} // namespace

TEST_CASE("what is compared is the same after a turn through its address") {
    auto question = of_norrskolan(CompareWith::similar);
    question.measures.emplace_back("Å/1");
    question.units.emplace_back("S 2&3");
    question.groups = {"K", "M"};
    question.from = 2015;
    question.to = 2024;
    question.shape = CompareShape::matrix;
    question.search = "för";
    CHECK(compare_url(question).text() == "/jamfor?matt=BEH&matt=%C3%85%2F1&enhet=S0&enhet=S%202%263&grupp=K&grupp=M&"
                                          "med=lika&fran=2015&till=2024&visa=rutor&sok=f%C3%B6r");
    CHECK(to_compare_question({{"matt", "BEH"},
                               {"matt", "Å/1"},
                               {"matt", "BEH"},
                               {"enhet", "S0"},
                               {"enhet", "S 2&3"},
                               {"grupp", "K"},
                               {"grupp", "M"},
                               {"med", "lika"},
                               {"fran", "2015"},
                               {"till", "2024"},
                               {"visa", "rutor"},
                               {"sok", "för"}}) == question);
    CHECK(to_compare_question({{"med", "x"}, {"fran", "12"}, {"till", "2015b"}, {"visa", ""}}) == CompareQuestion{});
}

TEST_CASE("what is chosen decides how it is shown") {
    auto made = schools();
    add_measure(made, "X1");
    auto question = of_norrskolan();
    CHECK(compared(made, question).selection.shape == CompareShape::lines);
    question.with = CompareWith::same_kind;
    CHECK(compared(made, question).selection.shape == CompareShape::ranking);
    question.measures.emplace_back("X1");
    CHECK(compared(made, question).selection.shape == CompareShape::matrix);
    question.with = CompareWith::nobody;
    CHECK(compared(made, question).selection.shape == CompareShape::spines);

    // Another one can be asked for, where it can show what is chosen.
    question.shape = CompareShape::lines;
    CHECK(compared(made, question).selection.shape == CompareShape::lines);
    question.shape = CompareShape::ranking;
    CHECK(compared(made, question).selection.shape == CompareShape::spines);
}

TEST_CASE("a ranking places the best first, and tells where the chosen one lies") {
    auto const made = schools();
    auto const view = compared(made, of_norrskolan(CompareWith::same_kind));
    REQUIRE(view.ranking);
    REQUIRE(view.ranking->rows.size() == 8);
    CHECK(view.ranking->rows.front().place == 1);
    CHECK(view.ranking->rows.back().unit.text == "Norrskolan");
    CHECK(view.ranking->rows.back().is_chosen);
    CHECK(view.ranking->rows.back().place == 8);
    CHECK(holds(view.ranking->sentence, "8 enheter har ett värde för 2025"));
    CHECK(holds(view.ranking->sentence, "Norrskolan har plats 8 av 8, räknat från den bästa."));
    CHECK(view.ranking->funnel); // it is a share, and the counts are known
    auto const me = std::ranges::find(view.ranking->funnel->units, true, &FunnelUnit::is_me);
    REQUIRE(me != view.ranking->funnel->units.end());
    CHECK(me->zone == FunnelZone::outside);
    CHECK(me->judgement == study::Judgement::worse);
}

TEST_CASE("the years chosen leave out the others, in the pictures and in the file") {
    auto const made = schools();
    auto question = of_norrskolan(CompareWith::same_kind);
    question.to = 2020;
    auto const view = compared(made, question);
    REQUIRE(view.ranking);
    CHECK(holds(view.ranking->sentence, "för 2020"));
    auto const csv = compare_csv(made.data, question);
    CHECK(holds(csv, "BEH,S0,T,2020,"));
    CHECK(!holds(csv, "2021"));
    question.from = 2100;
    question.to = 2101;
    CHECK(holds(page_of(made, question), "Ingen av de valda enheterna har något värde dessa år."));
}

TEST_CASE("a selection too large to read is cut, and says so") {
    auto made = schools();
    CompareQuestion question = of_norrskolan();
    for (int i = 0; i < 30; ++i) {
        auto const code = "M" + std::to_string(10 + i); // measures are in the order of their codes
        add_measure(made, code);
        question.measures.push_back(code);
    }
    auto const view = compared(made, question);
    CHECK(view.selection.measures.size() == most_compared_measures);
    REQUIRE(!view.selection.remarks.empty());
    CHECK(view.selection.remarks.front() ==
          "De 20 första av 31 valda mått visas: fler går inte att läsa bredvid varandra. Avmarkera några för att ge "
          "plats.");
}

TEST_CASE("a measure that is not kept for the groups chosen is shown for everyone, and says so") {
    auto const made = schools();
    auto question = of_norrskolan();
    question.groups = {"finns-inte"};
    auto const view = compared(made, question);
    REQUIRE(view.selection.rows.size() == 1);
    CHECK(made.data.groups[view.selection.rows.front().group].code == "T");
    CHECK(holds(view.selection.remarks.front(), "visas för alla"));
}

TEST_CASE("where nothing is chosen the page tells how to begin, and shows an example") {
    auto const made = schools();
    auto const page = page_of(made, {});
    CHECK(holds(page, "Sök mått och enheter"));
    CHECK(holds(page, "href=\"/jamfor?matt=BEH&amp;enhet="));
    auto only_unit = of_norrskolan();
    only_unit.measures.clear();
    CHECK(holds(page_of(made, only_unit), "Välj ett mått också"));
}

TEST_CASE("what is searched for can be ticked, and is no longer found once it is") {
    auto const made = schools();
    auto question = of_norrskolan();
    question.search = "s";
    auto const view = compared(made, question);
    REQUIRE(!view.found_units.empty());
    CHECK(std::ranges::none_of(view.found_units, [](CompareChoice const& choice) { return choice.code == "S0"; }));
    CHECK(!view.found_units.front().is_chosen);
    CHECK(view.units.front().is_chosen);
}

TEST_CASE(
    "every shape of a comparison escapes what things are called, and draws well-formed pictures in both languages") {
    auto made = schools({.municipality = "K<&\"", .school = "<script>alert(1)</script>", .measure = "A & \"B\" <c>"});
    add_measure(made, "X1");
    for (auto const* language : {&Language::swedish(), &Language::english()})
        for (auto const with : {CompareWith::nobody, CompareWith::similar, CompareWith::below})
            for (auto const shape :
                 {CompareShape::ranking, CompareShape::lines, CompareShape::spines, CompareShape::matrix}) {
                auto question = of_norrskolan(with);
                question.shape = shape;
                CHECK(fault_in_pictures(page_of(made, question, *language)) == "");
                question.measures.emplace_back("X1");
                question.groups = {"K", "M"};
                auto const page = page_of(made, question, *language);
                CHECK(fault_in_pictures(page) == "");
                CHECK(!holds(page, "<script>alert"));
            }
}
