#include "base/json_of.hpp"
#include "plan/small_plan.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_form.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goals_view.hpp"
#include "view/pages/key_result_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace rodtrad::view::pages {
namespace {

using domain::StepKind;

base::Instant noon(std::string_view text) { return base::to_instant(std::string{text} + "T10:00:00Z"); }

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// A board with a school below it, each with a goal, and the head of the school.
struct Municipality {
    Municipality() {
        made.unit("K");
        made.unit("nämnd", "K");
        made.unit("skola", "nämnd");
        head = made.person("Bo Alm", "skola");
        vision = made.vision("K", "Alla barn lyckas");
        top = made.goal("nämnd", "Fler når gymnasiet", {.supports_documents = {vision}});
        made.at(top).level = domain::GoalLevel::political;
        goal = made.goal("skola", "Varje elev får <stöd>", {.supports = {top}});
        made.at(goal).owner = head;
        made.at(goal).rhythm = domain::Rhythm::none;
        key_result = made.key_result({.goal = goal,
                                      .title = "Dagar till stöd",
                                      .aim = domain::Aim::stay_below,
                                      .unit_of_measure = "dagar",
                                      .baseline = 13.0,
                                      .target = 5.0});
        made.check_in({.goal = goal, .by = head, .at = noon("2026-09-01"), .values = {{key_result, 7.0, false}}});
    }
    plan::Tables tables() const {
        auto tables = made.tables();
        tables.grants.put({.id = domain::GrantId{1}, .version = 1, .person = head, .role = role, .unit = "skola"});
        tables.steps.put({.id = domain::GoalStepId{1},
                          .version = 1,
                          .goal = goal,
                          .kind = StepKind::adjusted,
                          .at = noon("2026-03-03"),
                          .by = head,
                          .reason = "tre gick inte",
                          .alterations = {{"target", key_result, "3", "5"}}});
        return tables;
    }
    GoalView view(Language const& language = Language::swedish()) const {
        plan::Plan const plan{tables(), 1};
        return goal_view(plan, made.data(), *plan.goals.find(goal), head, plan::test::today, language);
    }
    GoalsView board(GoalsQuestion const& question) const {
        plan::Plan const plan{tables(), 1};
        return goals_view(plan, made.data(), question, head, plan::test::today, Language::swedish());
    }
    plan::test::SmallPlan made;
    domain::PersonId head;
    domain::Role role = domain::Role::manager;
    domain::DocumentId vision;
    domain::GoalId top, goal;
    domain::KeyResultId key_result;
};

TEST_CASE("the thread of a goal goes from the vision to the goal itself") {
    Municipality const made;
    auto const view = made.view();
    REQUIRE(view.thread.size() == 3);
    CHECK(view.thread[0].text == "Alla barn lyckas");
    CHECK(view.thread[1].text == "Fler når gymnasiet");
    CHECK(view.thread[2].text == "Varje elev får <stöd>");
}

TEST_CASE("a key result is told as a sentence, with where it stands and how far that is") {
    Municipality const made;
    auto const view = made.view();
    auto const& told = view.key_results.front();
    CHECK(told.sentence == "Dagar till stöd är högst 5\u00A0dagar");
    CHECK(has(told.told, "7\u00A0dagar 1 september 2026"));
    CHECK(has(told.told, "från 13\u00A0dagar"));
    CHECK(has(told.told, "75\u00A0% av vägen"));
}

TEST_CASE("an adjustment reads as what it was and what it became") {
    Municipality const made;
    auto const view = made.view();
    auto const step = std::ranges::find_if(view.time_line, [](TimeLineEntry const& entry) { return !!entry.step; });
    REQUIRE(step != view.time_line.end());
    CHECK(step->step->alterations.front().what == "Målvärde");
    CHECK(step->step->alterations.front().before == "3\u00A0dagar");
    CHECK(step->step->alterations.front().after == "5\u00A0dagar");
    CHECK(step->step->reason == "tre gick inte");
}

TEST_CASE("what one may do with a goal is what one's role allows") {
    Municipality made;
    auto const steps = made.view().possible_steps;
    CHECK(std::ranges::find(steps, StepKind::paused) != steps.end());
    CHECK(made.view().may_add_key_result);
    made.role = domain::Role::member;
    CHECK(made.view().possible_steps.empty());
    CHECK_FALSE(made.view().may_add_key_result);
    CHECK(made.view().may_judge); // the owner
}

TEST_CASE("the view of a goal is also its JSON") {
    Municipality const made;
    auto const json = base::json_of(made.view());
    REQUIRE(json.find("status") != nullptr);
    CHECK(*json.find("status")->find("standing")->text() == "on_the_way");
    CHECK(*json.find("thread")->array()->front().find("text")->text() == "Alla barn lyckas");
}

TEST_CASE("the board shows a branch, a level, a state, and what lacks an owner") {
    Municipality const made;
    CHECK(made.board({}).total == 2);
    CHECK(made.board({.unit = "skola"}).total == 1);
    CHECK(made.board({.unit = "nämnd"}).total == 2);
    CHECK(made.board({.level = domain::GoalLevel::political}).rows.front().title == "Fler når gymnasiet");
    CHECK(made.board({.state = domain::GoalState::closed}).total == 0);
    CHECK(made.board({.standing = plan::Standing::on_the_way}).total == 1);
    auto const without = made.board({.is_without_owner = true});
    CHECK(without.total == 1);
    CHECK(without.without_owner == 1);
    CHECK(without.rows.front().owner.empty());
}

TEST_CASE("what is asked of the board is in its address, and read back from it") {
    GoalsQuestion const question{.unit = "nämnd",
                                 .level = domain::GoalLevel::political,
                                 .kind = domain::GoalKind::okr,
                                 .state = domain::GoalState::paused,
                                 .standing = plan::Standing::stale,
                                 .is_without_owner = true,
                                 .is_silent = true,
                                 .page = 3};
    CHECK(goals_url(question).text() == "/mal?enhet=n%C3%A4mnd&niva=politisk&slag=okr&lage=pausat&status=inaktuellt"
                                        "&ansvarig=saknas&avstamning=missad&sida=3");
    CHECK(to_goals_question({{"enhet", "nämnd"},
                             {"niva", "politisk"},
                             {"slag", "okr"},
                             {"lage", "pausat"},
                             {"status", "inaktuellt"},
                             {"ansvarig", "saknas"},
                             {"avstamning", "missad"},
                             {"sida", "3"}}) == question);
    CHECK(to_goals_question({{"niva", "x"}, {"sida", "-1"}}) == GoalsQuestion{});
}

TEST_CASE("the form of a goal offers what stands above, and never a circle") {
    Municipality const made;
    plan::Plan const plan{made.tables(), 1};
    auto const data = made.made.data();
    auto const above = upward_choices(plan, data, plan.goals.find(made.goal), data.find_unit("skola").value(),
                                      plan::test::today, Language::swedish());
    auto const has_choice = [](std::vector<Choice> const& choices, std::string const& value) {
        return std::ranges::find(choices, value, &Choice::value) != choices.end();
    };
    CHECK(has_choice(above, value_of(made.vision)));
    CHECK(has_choice(above, value_of(made.top)));
    CHECK_FALSE(has_choice(above, value_of(made.goal)));
    auto const of_top = upward_choices(plan, data, plan.goals.find(made.top), data.find_unit("skola").value(),
                                       plan::test::today, Language::swedish());
    CHECK_FALSE(has_choice(of_top, value_of(made.goal))); // it supports the board's own
}

TEST_CASE("a form typed on an older version shows what stands now, field by field, and keeps what was typed") {
    Municipality const made;
    plan::Plan const plan{made.tables(), 1};
    auto const data = made.made.data();
    auto const& goal = *plan.goals.find(made.goal);
    auto const& language = Language::swedish();
    auto const typed = Filled::typed({{"version", "0"}, {"title", "Mitt"}, {"unit", "skola"}, {"owner", "Bo Alm"}},
                                     {{"", "Någon annan har ändrat"}});
    auto const view = goal_form_view(plan, data, &goal, "skola", &typed, plan::test::today, language);
    auto const title = std::ranges::find(view.differences, "Formulering", &FieldDifference::field);
    REQUIRE(title != view.differences.end());
    CHECK(title->typed == "Mitt");
    CHECK(title->standing == "Varje elev får <stöd>");
    CHECK(std::ranges::find(view.differences, "Ansvarig", &FieldDifference::field) == view.differences.end());
    auto const page = goal_form_page(view, typed, {.language = language, .organisation = {}, .version = {}});
    CHECK(has(page, "value=\"Mitt\""));
    CHECK(has(page, "name=\"version\" value=\"1\"")); // saved again, it holds
    CHECK(has(page, "Varje elev får &lt;stöd&gt;"));
}

TEST_CASE("what a form of a key result shows is read back as the same number") {
    domain::KeyResult const key_result{.baseline = 0.123456789, .target = 1000000.5};
    auto const filled = filled_of(key_result, Language::swedish());
    CHECK(filled.value("baseline") == "0,123456789");
    CHECK(filled.value("target") == "1000000,5");
    CHECK(filled_of(key_result, Language::english()).value("baseline") == "0.123456789");
}

} // namespace
} // namespace rodtrad::view::pages
