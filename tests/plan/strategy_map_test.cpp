#include "plan/documents_in_force.hpp"
#include "plan/perspectives_in_force.hpp"
#include "plan/small_plan.hpp"
#include "plan/strategy_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace rodtrad;
using namespace rodtrad::plan;
using namespace rodtrad::plan::test;
using domain::DocumentKind;
using domain::GoalState;

namespace {

// A municipality with a preschool, two perspectives and one success factor on the preschool's own card.
struct Preschool : SmallPlan {
    Preschool() {
        unit("K");
        unit("F", "K").operation = "förskola";
        card({.name = "Kort",
              .unit = "F",
              .state = domain::ScorecardState::in_use,
              .rows = {{domain::SuccessFactorId{1}, {"TRYGG"}}}});
    }

    std::shared_ptr<Plan const> whole() const {
        auto all = tables();
        all.perspectives.put({.id = domain::PerspectiveId{1}, .unit = "K", .name = "Barnen", .position = 0});
        all.perspectives.put({.id = domain::PerspectiveId{2}, .unit = "K", .name = "Ekonomi", .position = 1});
        all.factors.put({.id = domain::SuccessFactorId{1},
                         .perspective = domain::PerspectiveId{1},
                         .unit = "F",
                         .name = "Trygghet"});
        return std::make_shared<Plan const>(std::move(all), 1);
    }

    StrategyMap map(std::string_view unit = "F") const {
        m_plan = whole();
        auto const data = this->data();
        return strategy_map(*m_plan, data, data.find_unit(unit).value(), today);
    }

private:
    mutable std::shared_ptr<Plan const> m_plan; // what the map points into
};

std::string text_of(MapNode const& node) {
    if (node.goal != nullptr) return node.goal->title;
    return node.factor != nullptr ? node.factor->name : node.document->title;
}

// "Trygghet, Fler vuxna ute": what stands in a row.
std::string row_of(StrategyMap const& map, std::string_view perspective) {
    std::string row;
    for (auto const& one : map.rows)
        if (one.perspective.name == perspective)
            for (auto const node : one.nodes) row += (row.empty() ? "" : ", ") + text_of(map.nodes[node]);
    return row;
}

bool has_link(StrategyMap const& map, std::string_view from, std::string_view to) {
    return std::ranges::any_of(map.links, [&](MapLink const& link) {
        return text_of(map.nodes[link.from]) == from && text_of(map.nodes[link.to]) == to;
    });
}

} // namespace

TEST_CASE("a goal stands in the perspective of its success factor, and leads to it and to what it supports") {
    Preschool made;
    auto const vision = made.vision("K", "Alla barn lyckas");
    auto const above = made.goal("K", "Tryggare skolor", {.supports_documents = {vision}});
    auto const goal = made.goal("F", "Fler vuxna ute", {.supports = {above}});
    made.at(goal).factor = domain::SuccessFactorId{1};
    made.goal("F", "Något annat");

    auto const map = made.map();
    CHECK(row_of(map, "Barnen") == "Trygghet, Fler vuxna ute");
    CHECK(row_of(map, "Ekonomi").empty());
    CHECK(has_link(map, "Fler vuxna ute", "Trygghet"));
    CHECK(has_link(map, "Fler vuxna ute", "Tryggare skolor"));
    REQUIRE(map.rows.size() == 4); // from above, two perspectives, and what stands in none
    CHECK(map.rows.front().is_from_above);
    CHECK(map.nodes[map.rows.front().nodes.front()].is_from_above);
    CHECK(text_of(map.nodes[map.rows.back().nodes.front()]) == "Något annat");
}

TEST_CASE("goals that are not decided, or given up, are not on the map, nor what only they support") {
    Preschool made;
    auto const vision = made.vision("K", "Alla barn lyckas");
    made.goal("F", "Ett utkast", {.supports_documents = {vision}, .state = GoalState::draft});
    made.goal("F", "Övergivet", {.supports_documents = {vision}, .state = GoalState::abandoned});
    auto const map = made.map();
    CHECK(map.nodes.size() == 1); // the factor
    CHECK(map.links.empty());
}

TEST_CASE("a unit without goals of its own shows its vision, and the goals of the nearest below that have any") {
    Preschool made;
    made.unit("A", "F");
    auto const vision = made.vision("K", "Alla barn lyckas");
    made.goal("F", "Fler vuxna ute", {.supports_documents = {vision}});
    made.goal("A", "Avdelningens eget");
    auto const map = made.map("K");
    REQUIRE(map.nodes.size() == 2);
    CHECK(text_of(map.nodes[0]) == "Alla barn lyckas");
    CHECK_FALSE(map.nodes[0].is_from_above);
    CHECK(text_of(map.nodes[1]) == "Fler vuxna ute");
    CHECK(map.nodes[1].is_from_below);
    CHECK(has_link(map, "Fler vuxna ute", "Alla barn lyckas"));
}

TEST_CASE("goals that support each other in a circle are drawn, each once") {
    Preschool made;
    auto const one = made.goal("F", "Ett");
    auto const two = made.goal("F", "Två", {.supports = {one}});
    made.at(one).supports = {two};
    auto const map = made.map();
    CHECK(map.nodes.size() == 3);
    CHECK(map.links.size() == 2);
}

TEST_CASE("the nearest unit's vision holds where a unit has none of its own, on days when it is in force") {
    Preschool made;
    auto const vision = made.vision("K", "Alla barn lyckas");
    made.at(vision).valid_from = today;
    auto const plan = made.whole();
    auto const data = made.data();
    auto const preschool = data.find_unit("F").value();
    auto const found = documents_in_force(*plan, data, preschool, DocumentKind::vision, today);
    REQUIRE(found.documents.size() == 1);
    CHECK(found.unit == data.find_unit("K"));
    CHECK(
        documents_in_force(*plan, data, preschool, DocumentKind::vision, base::plus_days(today, -1)).documents.empty());
    CHECK_FALSE(documents_in_force(*plan, data, preschool, DocumentKind::values, today).unit);
}

TEST_CASE("perspectives come from the nearest unit that has any, in its order, without those that are ended") {
    Preschool made;
    auto all = made.tables();
    all.perspectives.put({.id = domain::PerspectiveId{1}, .unit = "K", .name = "B", .position = 1});
    all.perspectives.put({.id = domain::PerspectiveId{2}, .unit = "K", .name = "A", .position = 0});
    all.perspectives.put({.id = domain::PerspectiveId{3}, .unit = "F", .name = "C", .is_ended = true});
    Plan const plan{std::move(all), 1};
    auto const data = made.data();
    auto const held = perspectives_in_force(plan, data, data.find_unit("F").value());
    REQUIRE(held.size() == 2);
    CHECK(held[0].name == "A");
    CHECK(source_of_perspectives(plan, data, data.find_unit("F").value()) == data.find_unit("K"));
    CHECK(perspectives_in_force(Plan{}, data, data.find_unit("F").value()).size() == 4);
}
