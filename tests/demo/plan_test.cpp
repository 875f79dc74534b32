#include "demo/organisation.hpp"
#include "demo/plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace rodtrad;

namespace {

base::Date const today = *base::to_date("2026-11-22");

} // namespace

TEST_CASE("the example's plan reaches from the vision to teams, of all kinds and in all states") {
    auto const plan = demo::make_plan(today);
    CHECK(plan.goals.size() >= 55);
    std::set<domain::GoalState> states;
    std::set<domain::GoalKind> kinds;
    for (auto const& goal : plan.goals) {
        states.insert(goal.state);
        kinds.insert(goal.kind);
    }
    CHECK(states.size() == 7);
    CHECK(kinds.size() == 3);
    std::set<std::string> operations;
    for (auto const& card : plan.scorecards) operations.insert(card.operation);
    CHECK(operations.size() == 4);
    std::set<domain::Role> roles;
    for (auto const& grant : plan.grants) roles.insert(grant.role);
    CHECK(roles.size() == 7);
    CHECK(plan.check_ins.size() > 70);
    CHECK(std::ranges::any_of(plan.goals, [](auto const& goal) { return !goal.owner; }));
    CHECK(std::ranges::any_of(plan.goals, [](auto const& goal) { return goal.supports.empty(); }));
}

TEST_CASE("everything the example's plan speaks of is there, and nothing in it lies in the future") {
    auto const plan = demo::make_plan(today);
    std::set<std::string> codes;
    for (auto const& place : demo::organisation()) codes.insert(place.unit.code);
    for (auto const& goal : plan.goals) {
        CAPTURE(goal.title);
        REQUIRE_FALSE(goal.units.empty());
        for (auto const& unit : goal.units) CHECK_MESSAGE(codes.contains(unit), unit);
        for (auto const supported : goal.supports) CHECK(supported < goal.id);
        CHECK(goal.begins <= today);
        CHECK(today <= goal.ends);
    }
    for (auto const& membership : plan.memberships) CHECK_MESSAGE(codes.contains(membership.unit), membership.unit);
    for (auto const& check_in : plan.check_ins) CHECK(base::day_of(check_in.at) < today);
    for (auto const& step : plan.steps) CHECK(base::day_of(step.at) < today);
    for (auto const& comment : plan.comments) CHECK_FALSE(comment.text.empty());
}

TEST_CASE("the example's plan is the same on the same day, and moves with it") {
    CHECK(demo::make_plan(today).check_ins == demo::make_plan(today).check_ins);
    auto const later = demo::make_plan(base::plus_days(today, 7));
    CHECK(later.check_ins.front().at - demo::make_plan(today).check_ins.front().at == std::chrono::days{7});
}
