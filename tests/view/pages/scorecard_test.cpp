#include "base/json_of.hpp"
#include "plan/small_plan.hpp"
#include "view/charts/strategy_map.hpp"
#include "view/pages/document_page.hpp"
#include "view/pages/profile_page.hpp"
#include "view/pages/scorecard_table.hpp"
#include "view/pages/scorecard_template.hpp"
#include "view/pages/scorecard_view.hpp"
#include "view/pages/strategy_map_page.hpp"
#include "view/well_formed.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace rodtrad;
using namespace rodtrad::view;
using namespace rodtrad::view::pages;
using plan::test::SmallPlan;
using plan::test::today;

namespace {

Language const& sv = Language::swedish();
Context const context{.language = sv, .organisation = "Kommunen", .version = "0.1.0"};

bool has(std::string_view text, std::string_view what) { return text.find(what) != text.npos; }

// A board with three preschools, which have the same card: one measure that is better high, one that is better low.
struct Town {
    Town() {
        made.unit("B");
        for (auto const* code : {"F1", "F2", "F3"}) made.unit(code, "B").operation = "förskola";
        made.measure({.code = "TRYGG",
                      .title = "Trygga <b>barn</b>",
                      .unit_of_measure = "%",
                      .polarity = domain::Direction::higher_is_better});
        made.measure({.code = "KOST", .title = "Kostnad", .polarity = domain::Direction::lower_is_better});
        made.figure("TRYGG", "F1", 2025, 90);
        made.figure("TRYGG", "F2", 2025, 80);
        made.figure("KOST", "F1", 2025, 200);
        made.figure("KOST", "F2", 2025, 100);
        made.target({.measure = "TRYGG", .unit = "B", .period = *domain::Period::from_text("2025"), .target = 90});
        made.target({.measure = "KOST", .unit = "B", .period = *domain::Period::from_text("2025"), .target = 150});
        made.card({.name = "Förskolornas kort",
                   .unit = "B",
                   .operation = "förskola",
                   .state = domain::ScorecardState::in_use,
                   .rows = {{domain::SuccessFactorId{1}, {"TRYGG", "KOST"}}}});
    }

    // From now on the plan stands.
    void settle() {
        auto all = made.tables();
        all.perspectives.put({.id = domain::PerspectiveId{1}, .unit = "B", .name = "Barnen"});
        all.factors.put({.id = domain::SuccessFactorId{1},
                         .perspective = domain::PerspectiveId{1},
                         .unit = "B",
                         .name = "Trygghet"});
        plan = std::make_shared<plan::Plan const>(std::move(all), 1);
        data = made.data();
        list = study::follow_up(data, {});
    }
    ScorecardView card_of(std::string_view unit) const {
        return scorecard_view(*plan, data, list, data.find_unit(unit).value(), {}, today, sv);
    }

    SmallPlan made;
    std::shared_ptr<plan::Plan const> plan;
    study::Dataset data;
    study::FollowUp list;
};

} // namespace

TEST_CASE("a unit's card shows the latest figure of each measure and whether it reaches its target") {
    Town town;
    town.settle();
    auto const view = town.card_of("F1");
    REQUIRE(view.perspectives.size() == 1);
    REQUIRE(view.perspectives[0].factors.size() == 1);
    auto const& measures = view.perspectives[0].factors[0].measures;
    REQUIRE(measures.size() == 2);
    CHECK(measures[0].value == "90\u00a0%");
    CHECK(measures[0].aim == "mål 90\u00a0%"); // not less is enough
    CHECK(measures[0].status == sv.tr("Reaches the target"));
    CHECK(measures[0].is_met);
    CHECK(measures[1].aim == "mål högst 150");
    CHECK_FALSE(measures[1].is_met);
    CHECK(view.reaching_target == 1);
    CHECK(view.units_of_card == 3);

    auto const without = town.card_of("F3");
    CHECK(without.perspectives[0].factors[0].measures[0].value.empty());
    CHECK(without.perspectives[0].factors[0].measures[0].status == sv.tr("No figure"));
}

TEST_CASE("goals stand beside the measures of their success factor, and those above with what is done for them") {
    Town town;
    auto const above = town.made.goal("B", "Trygga förskolor");
    town.made.goal("B", "Nöjda medarbetare");
    auto const goal = town.made.goal("F1", "Fler vuxna ute", {.supports = {above}});
    town.made.at(goal).factor = domain::SuccessFactorId{1};
    town.made.goal("F1", "Utan perspektiv");
    town.settle();
    auto const view = town.card_of("F1");
    REQUIRE(view.perspectives.size() == 2);
    REQUIRE(view.perspectives[0].factors[0].goals.size() == 1);
    CHECK(view.perspectives[0].factors[0].goals[0].title == "Fler vuxna ute");
    CHECK(view.perspectives[1].name.empty());
    CHECK(view.perspectives[1].goals.size() == 1);
    REQUIRE(view.from_above.size() == 1);
    CHECK(view.from_above[0].goal.title == "Trygga förskolor");
    CHECK(view.from_above[0].supported_by[0].title == "Fler vuxna ute");
    CHECK(view.above_unsupported == 1);

    auto const page = scorecard_page(view, context);
    CHECK(has(page, "Mål uppifrån"));
    CHECK(has(page, "1 mål längre upp har inget mål här"));
    CHECK(has(page, "ingen ansvarar"));
}

TEST_CASE("what is on a card is text, whatever it looks like") {
    Town town;
    town.made.goal("F1", "<script>alert(1)</script>");
    town.settle();
    auto const page = scorecard_page(town.card_of("F1"), context);
    CHECK_FALSE(has(page, "<script>alert"));
    CHECK_FALSE(has(page, "<b>barn"));
    CHECK(has(page, "&lt;script&gt;"));
    auto const map = strategy_map_view(*town.plan, town.data, town.data.find_unit("F1").value(), today, sv);
    CHECK_FALSE(has(strategy_map_page(map, context), "<script>alert"));
}

TEST_CASE("the card of a kind is shown for the unit above it, with what it can add up") {
    Town town;
    town.settle();
    auto const own = town.card_of("B");
    CHECK_FALSE(own.card);
    REQUIRE(own.kinds.size() == 1);
    CHECK(own.kinds[0].units == 3);
    auto const added_up =
        scorecard_view(*town.plan, town.data, town.list, town.data.find_unit("B").value(), "förskola", today, sv);
    CHECK(added_up.card);
    CHECK(added_up.units_of_card == 3);
    CHECK(has(scorecard_page(added_up, context), "sammanräknat från 3 enheter"));
}

TEST_CASE("units with the same card stand side by side, the best first by the measure one chooses") {
    Town town;
    town.settle();
    auto const order = [&](std::string const& by) {
        auto const table = scorecard_table(*town.plan, town.data, town.list,
                                           {.operation = "förskola", .branch = {}, .sorted = by}, today, sv);
        std::string units;
        for (auto const& unit : table.units) units += unit.unit + " ";
        return units;
    };
    CHECK(order("") == "F1 F2 F3 ");
    CHECK(order("TRYGG") == "F1 F2 F3 ");
    CHECK(order("KOST") == "F2 F1 F3 "); // lower is better, and who has no figure stands last
    auto const none = scorecard_table(*town.plan, town.data, town.list,
                                      {.operation = "skola", .branch = {}, .sorted = {}}, today, sv);
    CHECK(none.units.empty());
    CHECK(has(scorecard_table_page(none, context), "Inget styrkort används för skola."));
}

TEST_CASE("a card that is made says which measures no unit has figures for") {
    Town town;
    town.made.measure({.code = "TOM", .title = "Aldrig mätt"});
    town.settle();
    auto card = *town.plan->scorecards.begin();
    card.state = domain::ScorecardState::in_development;
    auto view =
        template_view(*town.plan, town.data, card, {.factor = domain::SuccessFactorId{1}, .words = "mätt"}, today, sv);
    view.may_define = true;
    REQUIRE(view.search.found.size() == 1);
    CHECK(view.search.found[0].code == "TOM");
    CHECK(view.perspectives[0].factors[0].measures[0].units_with_figures == 2);
    auto const page = template_page(view, {}, context);
    CHECK(has(page, "ingen enhet har siffror"));
    CHECK(has(page, "2 av 3 har siffror"));
    CHECK(has(page, "För 3 enheter"));
}

TEST_CASE("the strategy map tells where the thread breaks, and its picture is well formed") {
    Town town;
    auto const vision = town.made.vision("B", "Alla barn <lyckas> & mår bra");
    town.made.goal("F1", "Leder vidare", {.supports_documents = {vision}});
    town.made.goal("F1", "Löst mål med ett mycket långt namn som inte får plats på en enda rad i en ruta på kartan");
    town.settle();
    auto const view = strategy_map_view(*town.plan, town.data, town.data.find_unit("F1").value(), today, sv);
    CHECK(view.goals == 2);
    CHECK(view.loose == 1);
    auto const page = strategy_map_page(view, context);
    auto const from = page.find("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"strategy-map\"");
    REQUIRE(from != page.npos);
    auto const svg = page.substr(from, page.find("</svg>", from) + 6 - from);
    CHECK(tests::fault_in(svg) == "");
    CHECK(has(svg, "<title>Strategikarta: F1</title>"));
    CHECK(has(svg, "där brister tråden"));
}

TEST_CASE("documents from above are shown where a unit has none, and say whose they are") {
    Town town;
    town.made.vision("B", "Alla barn lyckas");
    town.settle();
    auto const view = documents_view(*town.plan, town.data, town.data.find_unit("F1").value(), today);
    REQUIRE(view.sections.size() == 4);
    CHECK(view.sections[0].from == "B");
    CHECK(view.sections[0].documents[0].title == "Alla barn lyckas");
    CHECK(view.sections[3].documents.empty());
    CHECK(has(documents_page(view, context), "närmaste enhet ovanför"));
}

TEST_CASE("a description reads as a text: what was not answered is not there") {
    Town town;
    auto all = town.made.tables();
    all.profiles.put(
        {.id = domain::ProfileId{1}, .unit = "F1", .customers = "Barn & föräldrar", .processes = "Inskolning\nVila"});
    plan::Plan const plan{std::move(all), 1};
    auto const data = town.made.data();
    auto const page = profile_page(profile_view(plan, data, data.find_unit("F1").value(), today), context);
    CHECK(has(page, "<h2>Vi är till för</h2><p>Barn &amp; föräldrar</p>"));
    CHECK(has(page, "<li>Inskolning</li><li>Vila</li>"));
    CHECK_FALSE(has(page, "Uppdraget kommer från"));
}

TEST_CASE("a card can be given as JSON, and read without the page") {
    Town town;
    town.settle();
    auto const json = base::json_of(town.card_of("F1"));
    auto const* perspectives = json.find("perspectives");
    REQUIRE(perspectives != nullptr);
    auto const text = base::to_text(json);
    CHECK(has(text, "\"code\":\"TRYGG\""));
    CHECK(has(text, "\"number\":90"));
}
