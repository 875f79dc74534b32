#include "view/charts/dumbbell.hpp"
#include "view/charts/ranked_strip.hpp"
#include "view/charts/scale.hpp"
#include "view/charts/sparkline.hpp"
#include "view/charts/spine.hpp"
#include "view/charts/trend.hpp"
#include "view/icons.hpp"
#include "view/svg.hpp"
#include "view/well_formed.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace rodtrad;
using namespace rodtrad::view;
using domain::Direction;
using domain::Period;
using domain::Periodicity;
using study::Judgement;
using tests::fault_in;

namespace {

Language const& sv = Language::swedish();
constexpr double huge = std::numeric_limits<double>::max();

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t number = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++number;
    return number;
}

bool has(std::string_view text, std::string_view what) { return text.find(what) != text.npos; }

TrendView trend(std::vector<std::optional<double>> const& values, Periodicity periodicity = Periodicity::year) {
    TrendView view;
    view.title = "Behöriga <& \"elever\">";
    view.format = {"%", 1};
    for (std::size_t i = 0; i < values.size(); ++i)
        view.points.push_back({Period::make(periodicity, 2000).plus(static_cast<int>(i)), values[i], {}, false});
    return view;
}

// Every way to show a trend, all well formed.
std::string everything_of(TrendView const& view) {
    Html table;
    trend_table(table, view, sv);
    std::string all;
    for (auto const& part : {trend_chart(view, sv), sparkline(view, sv), std::move(table).take_raw()}) {
        CHECK(fault_in(part.markup()) == "");
        all += part.markup();
    }
    return all;
}

std::string everything_of(SpineView const& view) {
    Html table;
    spine_table(table, view, sv);
    std::string all;
    for (auto const& part : {spine_chart(view, sv), spine_cell(view, sv), std::move(table).take_raw()}) {
        CHECK(fault_in(part.markup()) == "");
        all += part.markup();
    }
    return all;
}

std::string everything_of(DumbbellView const& view) {
    Html table;
    dumbbell_table(table, view, sv);
    std::string all{dumbbell_chart(view, sv).markup()};
    CHECK(fault_in(all) == "");
    CHECK(fault_in(table.markup()) == "");
    return all.append(table.markup());
}

std::string everything_of(RankedView const& view) {
    Html table;
    ranked_table(table, view, sv);
    std::string all{ranked_chart(view, sv).markup()};
    CHECK(fault_in(all) == "");
    CHECK(fault_in(table.markup()) == "");
    return all.append(table.markup());
}

RankedView ranked(std::size_t units) {
    RankedView view{"Enheterna", {"%", 1}, "Kommunen", 50.0, Direction::higher_is_better, "elever", {}};
    for (std::size_t i = 0; i < units; ++i)
        view.units.push_back({"Enhet " + std::to_string(i), 10.0 + static_cast<double>(i), {}, {}, {}, {}, {}, {}});
    return view;
}

} // namespace

TEST_CASE("a trend without figures says so, and is drawn all the same") {
    CHECK(has(everything_of(trend({})), "Det finns inga uppgifter än."));
    CHECK(has(everything_of(trend({std::nullopt, std::nullopt})), "uppgift saknas"));
}

TEST_CASE("a trend is drawn of one figure, of equal ones, of the widest and of the smallest") {
    for (auto const& values :
         std::vector<std::vector<std::optional<double>>>{{5.0},
                                                         {0.0, 0.0, 0.0},
                                                         {7.0, 7.0, 7.0},
                                                         {-3.0, -3.0},
                                                         {huge, -huge, huge},
                                                         {1e-300, 2e-300},
                                                         {std::numeric_limits<double>::denorm_min(), 0.0},
                                                         {1e15, 1e15 + 1, std::nullopt, 1e15},
                                                         {99.99999999999999, 100.0}}) {
        auto view = trend(values);
        everything_of(view);
        view.target = values[0].value() / 2;
        view.polarity = Direction::lower_is_better;
        view.format.unit = "kronor per invånare";
        view.segments.push_back({0, values.size() - 1, *values[0], TrendSegment::Limits{*values[0], *values[0]}});
        view.points.back().signal = Judgement::worse;
        everything_of(view);
    }
}

TEST_CASE("a missing figure is a gap in the line, and a figure alone between gaps is a dot") {
    auto const picture = everything_of(trend({1.0, 2.0, std::nullopt, 3.0, std::nullopt, 4.0, 5.0}));
    CHECK(count(picture, "<polyline") == 3 * 2); // two lines; large, narrow and small picture
    CHECK(has(picture, "2003: 3,0\u00A0%"));
}

TEST_CASE("signals have a form and a word besides their colour") {
    auto view = trend({1.0, 2.0, 3.0, 4.0});
    view.points[1].signal = Judgement::better;
    view.points[2].signal = Judgement::neutral;
    view.points[3].signal = Judgement::worse;
    view.points[3].is_preliminary = true;
    auto const picture = everything_of(view);
    CHECK(count(picture, "<circle class=\"mark-point better\"") == 3);
    CHECK(count(picture, "<rect class=\"mark-point neutral\"") == 3);
    CHECK(count(picture, "<polygon class=\"mark-point worse\"") == 3);
    CHECK(has(picture, ">sämre</text>"));
    CHECK(has(picture, "2003: 4,0\u00A0%, sämre, preliminär"));
    CHECK(has(trend_description(view, sv), "1 punkt är en signal: sämre."));
}

TEST_CASE("every level of a trend has its own band and mean, and the target its words") {
    auto view = trend({1.0, 2.0, 1.0, 8.0, 9.0});
    view.segments = {{0, 2, 1.3, TrendSegment::Limits{0, 3}}, {3, 4, 8.5, std::nullopt}};
    view.target = 6;
    view.polarity = Direction::lower_is_better;
    auto const picture = everything_of(view);
    CHECK(count(picture, "class=\"band\"") == 3);
    CHECK(count(picture, "class=\"mean\"") == 2 * 3);
    CHECK(has(picture, "mål högst 6\u00A0%"));
    view.target.reset();
    view.polarity = domain::WantedRange{4, 6};
    CHECK(target_text(view, sv) == "önskat 4–6\u00A0%");
    CHECK(count(everything_of(view), "class=\"target\"") == 2 * 3);
}

TEST_CASE("a long trend names its last period, and the others at even steps of the year") {
    std::vector<std::optional<double>> values(240, 5.0);
    auto const picture = std::string{trend_chart(trend(values, Periodicity::month), sv).markup()};
    CHECK(has(picture, ">dec 2019</text>"));
    CHECK_FALSE(has(picture, ">nov 2019</text>"));
    CHECK(count(picture, "class=\"tick\"") < 20);
    CHECK(count(picture, "<circle") == 0); // dots would hide the line
}

TEST_CASE("notes stand on their period, and one from another time is left out") {
    auto view = trend({1.0, 2.0, 3.0});
    view.notes = {{Period::make(Periodicity::year, 2001), "Ny timplan <b>"},
                  {Period::make(Periodicity::year, 1990), "Förr"}};
    auto const picture = everything_of(view);
    CHECK(has(picture, "Ny timplan &lt;b&gt;"));
    CHECK_FALSE(has(picture, "Förr"));
}

TEST_CASE("a chart with words exists for wide and for narrow room") {
    for (auto const& picture : {everything_of(trend({1.0, 2.0})), everything_of(ranked(3))}) {
        CHECK(has(picture, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"wide\" viewBox=\"0 0 760 "));
        CHECK(has(picture, "class=\"narrow\" viewBox=\"0 0 340 "));
        CHECK(has(picture, "role=\"img\""));
        CHECK(has(picture, "<desc>"));
    }
}

TEST_CASE("better is to the right on a spine, whichever way the measure goes") {
    SpineView view{"Skolan bland andra", "Skolan", {"dagar", 0}, 10, {}, {20, 30, 40}, {}, Direction::higher_is_better};
    auto const x_of_me = [](std::string_view picture) {
        auto const at = picture.find("cx=\"", picture.find("<g class=\"me\">"));
        return std::stod(std::string{picture.substr(at + 4, 6)});
    };
    CHECK(x_of_me(spine_cell(view, sv).markup()) < 20);
    view.polarity = Direction::lower_is_better;
    CHECK(x_of_me(spine_cell(view, sv).markup()) > 220);
    CHECK(has(spine_chart(view, sv).markup(), ">bättre</text>"));
    view.polarity = Direction::neutral;
    CHECK(x_of_me(spine_cell(view, sv).markup()) < 20);
    CHECK(has(spine_chart(view, sv).markup(), ">högre</text>"));
}

TEST_CASE("a spine is drawn alone, among equals, among hundreds and at the ends of what there is") {
    SpineView view{"T", std::string(200, 'N'), {"%", 1}, 5, Judgement::worse, {}, {}, Direction::higher_is_better};
    CHECK_FALSE(has(everything_of(view), "median"));
    view.peers = {5, 5, 5, 5};
    view.target = 5;
    everything_of(view);
    view.peers.assign(300, 4);
    view.peers[7] = 9;
    auto const many = everything_of(view);
    CHECK(count(many, "class=\"peer\"") == 0);
    CHECK(has(many, "Medianen av 300 andra är 4,0\u00A0%, hälften ligger mellan 4,0\u00A0% och 4,0\u00A0%."));
    view.peers = {huge, -huge};
    view.value = -huge;
    view.target = huge;
    everything_of(view);
}

TEST_CASE("the two groups of a dumbbell are told by form and name, and a missing figure leaves its mark out") {
    DumbbellView view{"Kvinnor och män", "kvinnor", "män", {"%", 0}, {}};
    CHECK(has(everything_of(view), "Ingen period har uppgifter för båda."));
    auto const year = Period::make(Periodicity::year, 2020);
    view.rows = {{year, 80, 85}, {year.plus(1), std::nullopt, 84}, {year.plus(2), 90, 73}, {year.plus(3), {}, {}}};
    auto const picture = everything_of(view);
    CHECK(count(picture, "class=\"first\"") == 2 * 2);
    CHECK(count(picture, "class=\"second\"") == 3 * 2);
    CHECK(has(picture, ">90\u00A0% kvinnor</text>"));
    CHECK(has(picture, ">73\u00A0% män</text>"));
    CHECK(has(dumbbell_description(view, sv),
              "2022: kvinnor 90\u00A0%, män 73\u00A0%, skillnad 17\u00A0procentenheter."));
    CHECK(has(picture, "Skillnad, procentenheter"));
    for (int i = 4; i < 40; ++i) view.rows.push_back({year.plus(i), huge, -huge});
    CHECK(count(dumbbell_chart(view, sv).markup(), "class=\"first\"") == 12 * 2);
}

TEST_CASE("the best unit stands first, and of many those furthest out are drawn") {
    auto view = ranked(34);
    auto const chart = std::string{ranked_chart(view, sv).markup()};
    CHECK(has(chart, ">och 14 till</text>"));
    CHECK(count(chart, "<circle") == 20 * 2);
    CHECK(chart.find(">Enhet 33<") < chart.find(">Enhet 0<"));
    CHECK(has(ranked_description(view, sv), "34 enheter, från 43,0\u00A0% (Enhet 33) till 10,0\u00A0% (Enhet 0)."));
    view.polarity = Direction::lower_is_better;
    CHECK(ranked_chart(view, sv).markup().find(">Enhet 0<") < ranked_chart(view, sv).markup().find(">Enhet 33<"));
    Html table;
    ranked_table(table, view, sv);
    CHECK(count(table.markup(), "<tr>") == 35);
}

TEST_CASE("units behind a mean are drawn whether none, one, hundreds, equal or with the longest names") {
    CHECK(has(everything_of(ranked(0)), "Det finns inga uppgifter än."));
    everything_of(ranked(1));
    everything_of(ranked(300));
    auto view = ranked(5);
    view.mean.reset();
    for (auto& unit : view.units) {
        unit.name = "Förskolan <Ängs & blommans> \"långa\" namn som aldrig vill ta slut, avdelning för de allra minsta";
        unit.value = huge;
        unit.low = -huge;
        unit.high = huge;
        unit.shrunken = 1;
        unit.people = 12;
        unit.judgement = Judgement::worse;
        unit.link = Url{"/enhet"}.segment("Ä/1");
    }
    CHECK(has(everything_of(view), "<a href=\"/enhet/%C3%84%2F1\">"));
}

TEST_CASE("the same figures give the same bytes") {
    auto const view = trend({1.0, 1.0 / 3, 2.0});
    CHECK(trend_chart(view, sv).markup() == trend_chart(view, sv).markup());
}

TEST_CASE("axes have round values, few of them, also between the widest and the narrowest") {
    Extent extent;
    extent.include(78.2);
    extent.include(91.4);
    auto const ticks = nice_ticks(extent, 5);
    CHECK(ticks.values == std::vector<double>{80, 85, 90});
    CHECK(ticks.decimals == 0);
    Extent small;
    small.include(0.01);
    small.include(0.034);
    CHECK(nice_ticks(small, 6).decimals == 3);
    Extent wide;
    wide.include(-huge);
    wide.include(huge);
    CHECK(nice_ticks(wide.padded(0.1), 6).values.empty());
    CHECK(nice_ticks(Extent{}.padded(0.1), 6).values.size() >= 3);
}

TEST_CASE("numbers in a drawing have one decimal at most") {
    Svg svg{10, 10.04, "x"};
    svg.line({0.123, -0.04}, {-0.26, 12.98}, "a");
    auto const picture = std::move(svg).take();
    CHECK(has(picture.markup(), "viewBox=\"0 0 10 10\""));
    CHECK(has(picture.markup(), R"(x1="0.1" y1="0" x2="-0.3" y2="13")"));
}

TEST_CASE("a text that does not fit ends with an ellipsis, never within a letter") {
    CHECK(fitted("Åsö", 100, 14) == "Åsö");
    CHECK(fitted("ÅÄÖåäöÅÄÖåäö", 60, 14) == "ÅÄÖåäöÅ…");
    CHECK(fitted("Norra skolan", 42, 14) == "Norra…");
}

TEST_CASE("every sign is drawn, and hidden from those who listen") {
    for (int i = 0; i <= static_cast<int>(Sign::too_few); ++i) {
        auto const& markup = icon(static_cast<Sign>(i)).markup();
        CHECK(fault_in(markup) == "");
        CHECK(has(markup, "aria-hidden=\"true\""));
    }
}
