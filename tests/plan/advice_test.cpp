#include "plan/advice.hpp"
#include "plan/small_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace rodtrad::plan {

namespace {

using test::SmallPlan;
using test::today;

struct OneUnit {
    SmallPlan made;
    OneUnit() { made.unit("U"); }

    std::vector<Advice> advice(AdviceRule rule) {
        plan = made.plan();
        data = made.data();
        auto all = advice_on_plan(*plan, data, today);
        std::erase_if(all, [&](Advice const& piece) { return piece.rule != rule; });
        return all;
    }
    std::size_t number_of(AdviceRule rule) { return advice(rule).size(); }

    std::shared_ptr<Plan const> plan;
    study::Dataset data;
};

bool is_activity(std::string const& title) {
    OneUnit one;
    one.made.goal("U", title);
    return one.number_of(AdviceRule::goal_is_activity) == 1;
}

} // namespace

TEST_CASE("more than five goals at once is too many") {
    OneUnit one;
    for (int i = 0; i < 5; ++i) one.made.goal("U", "goal");
    one.made.goal("U", "closed", {.state = domain::GoalState::closed});
    one.made.goal("U", "paused", {.state = domain::GoalState::paused});
    auto const next_year = one.made.goal("U", "next year's", {.state = domain::GoalState::adopted});
    one.made.at(next_year).begins = base::plus_days(today, 92);
    one.made.at(next_year).ends = base::plus_days(today, 457);
    CHECK(one.number_of(AdviceRule::too_many_goals) == 0);
    one.made.goal("U", "the sixth");
    auto const advice = one.advice(AdviceRule::too_many_goals);
    REQUIRE(advice.size() == 1);
    CHECK(advice.front().values == std::vector<std::string>{"6"});
    CHECK(std::get<study::UnitIndex>(advice.front().about) == one.data.find_unit("U"));
}

TEST_CASE("more than four key results is too many, and those withdrawn are not counted") {
    OneUnit one;
    auto const goal = one.made.goal("U", "goal");
    for (int i = 0; i < 4; ++i) one.made.key_result({.goal = goal});
    one.made.at(one.made.key_result({.goal = goal})).is_withdrawn = true;
    CHECK(one.number_of(AdviceRule::too_many_key_results) == 0);
    one.made.key_result({.goal = goal});
    CHECK(one.number_of(AdviceRule::too_many_key_results) == 1);
}

TEST_CASE("an active goal has three to five behaviours") {
    for (int number = 0; number <= 7; ++number) {
        OneUnit one;
        auto const goal = one.made.goal("U", "goal");
        for (int i = 0; i < number; ++i) one.made.behaviour(goal, "behaviour");
        one.made.at(one.made.behaviour(goal, "ended")).is_ended = true;
        CHECK(one.number_of(AdviceRule::number_of_behaviours) == (number < 3 || number > 5 ? 1 : 0));
        one.made.at(goal).state = domain::GoalState::draft;
        CHECK(one.number_of(AdviceRule::number_of_behaviours) == 0);
    }
}

TEST_CASE("a goal that begins with what is to be done is an activity") {
    for (auto const* title :
         {"Genomföra en medarbetarenkät", "Ta fram en handlingsplan", "Införa digitala scheman", "Utbilda alla chefer",
          "Implementera nytt journalsystem", "Att starta ett nätverk", "Vi ska utreda skolskjutsarna",
          "Anordna en temadag", "Se över rutinerna", "GENOMFÖRA EN ENKÄT", "Implement the new records system",
          "Conduct a survey", "Train all managers", "Hold a workshop", "To introduce digital schedules"})
        CHECK_MESSAGE(is_activity(title), title);
}

TEST_CASE("a goal that says what will be different is none, though it begins almost as one") {
    for (auto const* title :
         {"Fler elever når gymnasiet", "Inför sommaren har alla brukare en plan",
          "Tar emot alla barn inom fyra månader", "Genomförda samtal leder till färre avhopp",
          "Se varje elev varje vecka", "Hålla budget", "Öka andelen behöriga",
          "Utbilda personalen så att alla klarar språkprovet", "Utbildade vikarier i varje förskola", "Startar i tid",
          "Train punctuality is over 95 %", "Plan compliance above 90 %", "Start times are kept", "", "Vi",
          "Every child is safe on the way to school", "Held dialogues are followed up"})
        CHECK_MESSAGE(!is_activity(title), title);
}

TEST_CASE("a goal that is over is not advised on") {
    OneUnit one;
    one.made.goal("U", "Genomföra en enkät", {.state = domain::GoalState::closed});
    CHECK(one.number_of(AdviceRule::goal_is_activity) == 0);
    one.made.goal("U", "Genomföra en enkät", {.state = domain::GoalState::draft});
    CHECK(one.number_of(AdviceRule::goal_is_activity) == 1);
}

TEST_CASE("a target to reach needs a place to start from") {
    OneUnit one;
    auto const goal = one.made.goal("U", "goal");
    auto const id = one.made.key_result({.goal = goal, .title = "Andel", .target = 90.0});
    CHECK(one.number_of(AdviceRule::target_without_baseline) == 1);
    SUBCASE("it has one") { one.made.at(id).baseline = 0.0; }
    SUBCASE("it is to stay below a limit") { one.made.at(id).aim = domain::Aim::stay_below; }
    SUBCASE("it has no target either") { one.made.at(id).target.reset(); }
    SUBCASE("it is done or not done") { one.made.at(id).kind = domain::KeyResultKind::milestone; }
    SUBCASE("its measure has a figure") {
        one.made.measure({.code = "M"});
        one.made.figure("M", "U", 2025, 70);
        one.made.at(id).measure = "M";
    }
    CHECK(one.number_of(AdviceRule::target_without_baseline) == 0);
}

TEST_CASE("a measure with a target needs a figure in the goal's unit") {
    OneUnit one;
    one.made.unit("V");
    one.made.measure({.code = "M", .title = "Måttet"});
    one.made.target({.measure = "M", .unit = "U", .target = 90.0});
    one.made.at(one.made.goal("U", "goal")).measures = {"M"};
    one.made.figure("M", "V", 2025, 70);
    auto const advice = one.advice(AdviceRule::target_without_baseline);
    REQUIRE(advice.size() == 1);
    CHECK(advice.front().values == std::vector<std::string>{"Måttet"});
    one.made.figure("M", "U", 2025, 70);
    CHECK(one.number_of(AdviceRule::target_without_baseline) == 0);
}

TEST_CASE("a measure on no card, of no goal and without an owner is read by nobody") {
    OneUnit one;
    one.made.measure({.code = "M"});
    CHECK(one.number_of(AdviceRule::measure_nobody_reads) == 0); // there is no plan
    auto const goal = one.made.goal("U", "goal");
    CHECK(one.number_of(AdviceRule::measure_nobody_reads) == 1);
    SUBCASE("of a goal") { one.made.at(goal).measures = {"M"}; }
    SUBCASE("of a key result") { one.made.key_result({.goal = goal, .measure = "M"}); }
    SUBCASE("on a card in development") { one.made.card({.unit = "U", .rows = {{.measures = {"M"}}}}); }
    CHECK(one.number_of(AdviceRule::measure_nobody_reads) == 0);
}

TEST_CASE("a measure with an owner is read by that one") {
    OneUnit one;
    one.made.goal("U", "goal");
    one.made.measure({.code = "M", .owner = "Kvalitetsenheten"});
    CHECK(one.number_of(AdviceRule::measure_nobody_reads) == 0);
}

TEST_CASE("four goals that end the same day end too much at once") {
    OneUnit one;
    for (int i = 0; i < 3; ++i) one.made.goal("U", "goal");
    CHECK(one.number_of(AdviceRule::all_end_same_day) == 0);
    auto const fourth = one.made.goal("U", "goal");
    auto const advice = one.advice(AdviceRule::all_end_same_day);
    REQUIRE(advice.size() == 1);
    CHECK(advice.front().values == std::vector<std::string>{"4", "2026-12-31"});
    one.made.at(fourth).ends = base::plus_days(today, 30);
    CHECK(one.number_of(AdviceRule::all_end_same_day) == 0);
}

TEST_CASE("a SMART goal says how much and until when") {
    OneUnit one;
    auto const goal = one.made.goal("U", "Förbättra bemötandet");
    CHECK(one.number_of(AdviceRule::not_smart) == 0); // SMART was not chosen
    one.made.at(goal).kind = domain::GoalKind::smart;
    auto const advice = one.advice(AdviceRule::not_smart);
    REQUIRE(advice.size() == 1);
    CHECK(advice.front().values == std::vector<std::string>{"förbättra"});
    SUBCASE("a milestone is no figure") {
        one.made.key_result({.goal = goal, .kind = domain::KeyResultKind::milestone});
        CHECK(one.number_of(AdviceRule::not_smart) == 1);
    }
    SUBCASE("a key result is") {
        one.made.key_result({.goal = goal, .baseline = 70.0, .target = 85.0});
        CHECK(one.number_of(AdviceRule::not_smart) == 0);
        one.made.at(goal).ends = base::Date{};
        CHECK(one.number_of(AdviceRule::not_smart) == 1);
    }
    SUBCASE("a measure with a target is") {
        one.made.measure({.code = "M"});
        one.made.at(goal).measures = {"M"};
        CHECK(one.number_of(AdviceRule::not_smart) == 1);
        one.made.target({.measure = "M", .unit = "U", .target = 85.0});
        CHECK(one.number_of(AdviceRule::not_smart) == 0);
    }
}

TEST_CASE("a goal about money alone") {
    OneUnit one;
    one.made.measure({.code = "kr", .kind = domain::ValueKind::money});
    one.made.measure({.code = "andel", .kind = domain::ValueKind::proportion});
    auto const goal = one.made.goal("U", "Budgeten hålls");
    CHECK(one.number_of(AdviceRule::only_money) == 1);
    one.made.at(goal).measures = {"kr"};
    CHECK(one.number_of(AdviceRule::only_money) == 1);
    one.made.at(goal).measures = {"kr", "andel"};
    CHECK(one.number_of(AdviceRule::only_money) == 0);

    auto const other = one.made.goal("U", "Fler elever når gymnasiet");
    CHECK(one.number_of(AdviceRule::only_money) == 0);
    one.made.key_result({.goal = other, .title = "Lägre kostnad", .unit_of_measure = "kr/inv"});
    CHECK(one.number_of(AdviceRule::only_money) == 1);
    one.made.goal("U", "Ekonomiskt bistånd ges inom tio dagar");
    CHECK(one.number_of(AdviceRule::only_money) == 1);
}

TEST_CASE("advice of a branch is on what is carried there, and every rule says why and how to mend") {
    OneUnit one;
    one.made.unit("V");
    one.made.goal("U", "Genomföra en enkät");
    one.made.goal("V", "Genomföra en enkät");
    auto const plan = one.made.plan();
    auto const data = one.made.data();
    for (auto const& piece : advice_on_plan(*plan, data, today, data.find_unit("V")))
        CHECK(unit_of(piece, data) == data.find_unit("V"));
    CHECK(advice_on_goal(*plan, data, plan->goals[0], today).size() == 2); // and no behaviours
    for (auto const& [rule, name] : names_of(AdviceRule{})) {
        CHECK(!words_of(rule).title.empty());
        CHECK(!words_of(rule).why.empty());
        CHECK(!words_of(rule).mend.empty());
    }
}

} // namespace rodtrad::plan
