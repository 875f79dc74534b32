#include "demo/dataset_of.hpp"
#include "demo/organisation.hpp"
#include "demo/plan.hpp"
#include "study/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <regex>
#include <set>

using namespace rodtrad;

namespace {

base::Date const today = *base::to_date("2026-11-22");

// The latest figure of a unit that was there when a goal began.
std::optional<double> latest_before(base::Date day, study::MeasureData const& measure, study::UnitIndex unit) {
    auto const& cube = *measure.cube;
    auto const first_month =
        study::first_month(domain::Period::make(domain::Periodicity::month, static_cast<int>(day.year()),
                                                static_cast<int>(static_cast<unsigned>(day.month()))));
    std::optional<double> latest;
    for (std::size_t t = 0; t < cube.periods() && study::last_month(cube.period(t)) < first_month; ++t)
        if (auto const value = cube.value(cube.at(0, t, unit)); !std::isnan(value)) latest = value;
    return latest;
}

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

TEST_CASE("everything the example's plan speaks of is there") {
    auto const plan = demo::make_plan(today);
    std::set<std::string> codes;
    for (auto const& place : demo::organisation()) codes.insert(place.unit.code);
    for (auto const& goal : plan.goals) {
        CAPTURE(goal.title);
        REQUIRE_FALSE(goal.units.empty());
        for (auto const& unit : goal.units) CHECK_MESSAGE(codes.contains(unit), unit);
        for (auto const supported : goal.supports) CHECK(supported < goal.id);
    }
    for (auto const& membership : plan.memberships) CHECK_MESSAGE(codes.contains(membership.unit), membership.unit);
    for (auto const& comment : plan.comments) CHECK_FALSE(comment.text.empty());
}

TEST_CASE("whatever day the example is made, what is told of a goal happened on working days of its cycle until now") {
    for (int days = 0; days < 800; days += 9) {
        auto const day = base::plus_days(today, days);
        CAPTURE(base::to_text(day));
        auto const plan = demo::make_plan(day);
        auto const is_told_well = [&](domain::GoalId of, base::Instant at) {
            auto const& goal = plan.goals.at(static_cast<std::size_t>(of.value()) - 1);
            auto const on = base::day_of(at);
            std::chrono::weekday const weekday{std::chrono::sys_days{on}};
            return goal.begins <= on && on < day && weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
        };
        for (auto const& goal : plan.goals) CHECK_MESSAGE((goal.begins <= day && day <= goal.ends), goal.title);
        for (auto const& check_in : plan.check_ins) {
            CHECK_MESSAGE(is_told_well(check_in.goal, check_in.at), check_in.progress);
            if (check_in.acknowledged_at)
                CHECK_MESSAGE(is_told_well(check_in.goal, *check_in.acknowledged_at), check_in.progress);
        }
        for (auto const& judgement : plan.judgements)
            CHECK_MESSAGE(is_told_well(judgement.goal, judgement.at), judgement.reason);
        for (auto const& comment : plan.comments) CHECK_MESSAGE(is_told_well(comment.goal, comment.at), comment.text);
        for (auto const& proposal : plan.proposals)
            CHECK_MESSAGE(is_told_well(proposal.goal, proposal.at), proposal.text);
        for (auto const& step : plan.steps) CHECK(base::day_of(step.at) < day);
    }
}

TEST_CASE("nothing in the example's plan speaks of a month or a season, which would be another when it is read") {
    auto const plan = demo::make_plan(today);
    std::regex const time_of_year{"januari|februari|\\bmars\\b|april|\\bmaj\\b|juni|juli\\b|augusti|september|oktober|"
                                  "november|december|sommar|\\bvinter|\\bhöst|\\bjul\\b|påsk|lucia"};
    auto const check = [&](std::string const& text) { CHECK_MESSAGE(!std::regex_search(text, time_of_year), text); };
    for (auto const& one : plan.check_ins)
        for (auto const* text :
             {&one.progress, &one.obstacle, &one.unblocked_when, &one.next_step, &one.question, &one.answer})
            check(*text);
    for (auto const& one : plan.goals) check(one.title), check(one.description), check(one.reflection);
    for (auto const& one : plan.steps) check(one.reason);
    for (auto const& one : plan.judgements) check(one.reason);
    for (auto const& one : plan.comments) check(one.text);
    for (auto const& one : plan.proposals) check(one.text), check(one.answer);
    for (auto const& one : plan.activities) check(one.title), check(one.obstacle);
    for (auto const& one : plan.behaviours) check(one.text);
}

TEST_CASE("the example's goals start from where its figures stood, and aim at something better") {
    auto const plan = demo::make_plan(today);
    auto const data = demo::dataset_of(demo::make_example({}));
    int checked = 0;
    for (auto const& result : plan.key_results) {
        if (result.measure.empty() || !result.baseline) continue;
        auto const& goal = plan.goals.at(static_cast<std::size_t>(result.goal.value()) - 1);
        CAPTURE(goal.title);
        CAPTURE(result.title);
        auto const& measure = data.measures[data.find_measure(result.measure).value()];
        auto const then = latest_before(goal.begins, measure, data.find_unit(goal.units.front()).value());
        REQUIRE(then);
        CHECK(std::abs(*result.baseline - *then) <= std::max(0.05, std::abs(*then) * 0.01));
        if (result.aim == domain::Aim::within) continue;
        bool const is_higher =
            std::get<domain::Direction>(measure.measure.polarity) == domain::Direction::higher_is_better;
        CHECK((is_higher ? *result.target > *result.baseline : *result.target < *result.baseline));
        ++checked;
    }
    CHECK(checked > 25);
}

TEST_CASE("the example's plan is the same on the same day, and moves with it") {
    CHECK(demo::make_plan(today).check_ins == demo::make_plan(today).check_ins);
    auto const later = demo::make_plan(base::plus_days(today, 7));
    CHECK(later.check_ins.front().at - demo::make_plan(today).check_ins.front().at == std::chrono::days{7});
}
