#include "study/dataset_builder.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/schools.hpp"
#include "view/well_formed.hpp"

#include <doctest/doctest.h>

#include <numeric>

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

MeasureView of_norrskolan(Schools const& made, MeasureQuestion const& question = {}) {
    SeriesKey const key{eligible, norrskolan(made.data), *made.data.find_group("T")};
    SearchIndex const index{made.data};
    return measure_view(key, made.data, made.list, {}, sv, question, &index);
}

std::string page_of(MeasureView const& view) {
    return measure_page(view, {.language = sv, .organisation = "Lilla kommunen", .version = "0.1.0"});
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

void say(Schools& made, domain::MarkKind kind, int year, std::string text) {
    domain::Mark mark;
    mark.measure = "BEH";
    mark.unit = "K"; // and so for its schools
    mark.period = domain::Period::make(domain::Periodicity::year, year);
    mark.kind = kind;
    mark.text = std::move(text);
    made.data.measures[eligible].marks.push_back(std::move(mark));
}

} // namespace

TEST_CASE("a confirmed change is told apart into what each part contributed, and the parts sum to the whole") {
    auto const view = of_norrskolan(schools());
    REQUIRE(view.change);
    CHECK(view.change->chart.title == "Vad bidrog till nedgången sedan 2022?");
    auto const& parts = view.change->chart.parts;
    auto const sum = std::accumulate(parts.begin(), parts.end(), 0.0,
                                     [](double so_far, Contribution const& part) { return so_far + part.value; });
    CHECK(sum == doctest::Approx(view.change->chart.total).epsilon(0.01));
    CHECK(view.change->chart.total < -5);
    CHECK(fault_in_pictures(page_of(view)) == "");
}

TEST_CASE("an explanation stands at its point as a number, below the picture and in the table") {
    auto made = schools();
    say(made, domain::MarkKind::explanation, 2022, "Ny timplan <b>");
    auto const view = of_norrskolan(made);
    REQUIRE(view.series->trend.notes.size() == 1);
    auto const page = page_of(view);
    CHECK(fault_in_pictures(page) == "");
    CHECK(holds(page, "<strong>2022: </strong>Ny timplan &lt;b&gt;"));
    CHECK(holds(page, "<td>Ny timplan &lt;b&gt;</td>"));
    CHECK(view.series->xmr.points.back().segment == 0); // and changes nothing that is computed
}

TEST_CASE("a new level that somebody has named begins a segment, and the figures are held against it alone") {
    auto made = schools();
    made.list.cards.clear();
    say(made, domain::MarkKind::rebase, 2016, "Nytt betygssystem");
    auto const view = of_norrskolan(made);
    CHECK(view.series->segment_start == 6);
    CHECK(view.series->segment_length() == 10);
    REQUIRE(view.series->trend.segments.size() == 2);
    CHECK(!view.series->trend.segments.front().limits); // six years are too few
    CHECK(view.series->trend.segments.back().limits);
    CHECK(view.series->trend.segments.back().first == 6);
    CHECK(holds(page_of(view), "ny nivå, Nytt betygssystem"));
}

TEST_CASE("a mark of another unit's branch or another group says nothing here") {
    auto made = schools();
    say(made, domain::MarkKind::explanation, 2022, "Bara Söderskolan");
    made.data.measures[eligible].marks.back().unit = "S1";
    say(made, domain::MarkKind::explanation, 2022, "Bara kvinnor");
    made.data.measures[eligible].marks.back().group = "K";
    CHECK(of_norrskolan(made).series->marks.empty());
}

TEST_CASE("who it is compared with is explained, and others can be tried without touching the list") {
    auto const made = schools();
    auto const usual = of_norrskolan(made);
    REQUIRE(usual.choice);
    CHECK(usual.choice->is_usual);
    CHECK(holds(usual.choice->why, "samma slag och verksamhet"));

    MeasureQuestion question;
    question.among = "lika";
    auto const nothing_chosen = of_norrskolan(made, question);
    CHECK(holds(nothing_chosen.choice->why, "Tills vidare ses den bland"));
    CHECK(nothing_chosen.peers->peers.size() == usual.peers->peers.size());

    question.weights = {{"BEH", 2}};
    auto const similar = of_norrskolan(made, question);
    CHECK(!similar.choice->is_usual);
    CHECK(similar.choice->likenesses.size() == 7);
    CHECK(holds(page_of(similar), "listan jämför som förut"));
    CHECK(holds(page_of(similar), "Spara dem under ett namn"));
}

TEST_CASE("another target is tried beside what stands, and what is no number is said to be none") {
    auto const made = schools();
    MeasureQuestion question;
    question.target = "50,0";
    auto const view = of_norrskolan(made, question);
    REQUIRE(view.what_if);
    REQUIRE(view.what_if->then);
    CHECK(view.what_if->changes == "målet vore 50\u00A0%");
    auto const misses = [](WhatIfPanel::Said const& said) {
        for (auto const& sentence : said.sentences)
            if (holds(sentence, "Når inte målet")) return true;
        return false;
    };
    CHECK(misses(view.what_if->now));
    CHECK(!misses(*view.what_if->then));

    question.target = "femtio";
    auto const refused = of_norrskolan(made, question);
    CHECK(!refused.what_if->then);
    CHECK(refused.what_if->error == "”femtio” är inget tal. Skriv till exempel 85 eller 85,5.");
    CHECK(holds(page_of(refused), "value=\"femtio\""));
}

TEST_CASE("what is asked of a measure's page is the same after a turn through its address") {
    MeasureQuestion question;
    question.measure = "BEH";
    question.unit = "S0";
    question.group = "K";
    question.among = "lika";
    question.weights = {{"N1/A", 3}, {"X", 1}};
    question.condition_search = "folk";
    question.target = "85,5";
    question.without = {"S1", "S2"};
    CHECK(measure_url(question).text() ==
          "/matt/BEH/S0?grupp=K&bland=lika&vikt.N1%2FA=3&vikt.X=1&villkor=folk&mal=85%2C5&utan=S1&utan=S2");
    CHECK(to_measure_question("BEH", "S0",
                              {{"grupp", "K"},
                               {"bland", "lika"},
                               {"vikt.N1/A", "3"},
                               {"vikt.X", "1"},
                               {"vikt.Y", "0"},
                               {"vikt.Z", "9"},
                               {"villkor", "folk"},
                               {"mal", "85,5"},
                               {"utan", "S1"},
                               {"utan", "S2"}}) == question);
}
