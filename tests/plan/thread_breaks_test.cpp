#include "plan/small_plan.hpp"
#include "plan/thread_breaks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rodtrad::plan {

namespace {

using test::SmallPlan;
using test::today;

// An organisation where nothing is broken.
struct Whole {
    SmallPlan made;
    domain::DocumentId vision;
    domain::DocumentId strategy;
    domain::GoalId board;
    domain::GoalId school;
    domain::PersonId anna;
    domain::PersonId bo;

    Whole() {
        made.unit("K");
        made.unit("BUN", "K");
        made.unit("Norr", "BUN");
        vision = made.vision("K", "vision");
        strategy = made.strategy("K", "strategy");
        board = made.goal("BUN", "board's", {.supports_documents = {strategy}});
        school = made.goal("Norr", "school's", {.supports = {board}});
        anna = made.person("Anna", "BUN");
        bo = made.person("Bo", "Norr");
        made.at(board).owner = anna;
        made.at(school).owner = bo;
    }

    std::vector<BreakKind> kinds(std::string const& branch = {}) const {
        auto const plan = made.plan();
        auto const data = made.data();
        RedThread const thread{*plan, data, today};
        std::vector<BreakKind> kinds;
        for (auto const& found : thread_breaks(thread, branch.empty() ? std::nullopt : data.find_unit(branch)))
            kinds.push_back(found.kind);
        return kinds;
    }
};

using Kinds = std::vector<BreakKind>;

} // namespace

TEST_CASE("where the thread is whole nothing is said to be broken") { CHECK(Whole{}.kinds().empty()); }

TEST_CASE("an organisation without a plan has no breaks: it has nothing to break") {
    SmallPlan made;
    made.unit("K");
    made.person("Anna", "K");
    auto const plan = made.plan();
    auto const data = made.data();
    CHECK(thread_breaks(RedThread{*plan, data, today}).empty());
}

TEST_CASE("without a vision in force neither strategies nor goals lead anywhere, and that is said once for all") {
    Whole whole;
    whole.made.at(whole.vision).valid_from = base::plus_days(today, 1);
    CHECK(whole.kinds() == Kinds{BreakKind::no_vision, BreakKind::strategy_alone});
    CHECK(whole.kinds("Norr").empty());
}

TEST_CASE("a strategy without goals") {
    Whole whole;
    whole.made.strategy("K", "another");
    CHECK(whole.kinds() == Kinds{BreakKind::strategy_without_goal});
}

TEST_CASE("a goal that supports nothing, or only what has ended") {
    Whole whole;
    SUBCASE("nothing") {
        whole.made.at(whole.school).supports.clear();
        CHECK(whole.kinds() == Kinds{BreakKind::goal_alone});
        CHECK(whole.kinds("Norr") == Kinds{BreakKind::goal_alone});
    }
    SUBCASE("only itself") {
        whole.made.at(whole.school).supports = {whole.school};
        CHECK(whole.kinds() == Kinds{BreakKind::goal_alone});
    }
    SUBCASE("what there is not") {
        whole.made.at(whole.school).supports = {domain::GoalId{99}};
        CHECK(whole.kinds() == Kinds{BreakKind::goal_alone});
    }
    SUBCASE("a goal that was abandoned") {
        auto const ended = whole.made.goal("BUN", "ended", {.state = domain::GoalState::abandoned});
        whole.made.at(whole.school).supports = {ended};
        CHECK(whole.kinds() == Kinds{BreakKind::goal_outlived});
        whole.made.at(whole.school).supports = {ended, whole.board};
        CHECK(whole.kinds().empty());
    }
    SUBCASE("a document that is no longer in force") {
        whole.made.at(whole.strategy).valid_to = base::plus_days(today, -1);
        CHECK(whole.kinds() == Kinds{BreakKind::goal_outlived});
    }
    SUBCASE("of one that does not stand nothing is said") {
        whole.made.goal("Norr", "draft", {.state = domain::GoalState::draft});
        whole.made.goal("Norr", "closed", {.state = domain::GoalState::closed});
        CHECK(whole.kinds().empty());
    }
}

TEST_CASE("a goal without an owner, or whose owner is gone") {
    Whole whole;
    SUBCASE("none") {
        whole.made.at(whole.board).owner.reset();
        CHECK(whole.kinds() == Kinds{BreakKind::goal_without_owner});
        CHECK(whole.kinds("Norr").empty());
    }
    SUBCASE("cannot sign in") {
        whole.made.at(whole.anna).is_active = false;
        CHECK(whole.kinds() == Kinds{BreakKind::owner_gone});
    }
    SUBCASE("has left") {
        auto const left = whole.made.person("Cecilia");
        whole.made.at(whole.made.member(left, "Norr")).valid_to = base::plus_days(today, -1);
        whole.made.at(whole.school).owner = left;
        CHECK(whole.kinds() == Kinds{BreakKind::owner_gone, BreakKind::person_without_goal});
    }
    SUBCASE("nobody has said where the owner works") {
        whole.made.at(whole.school).owner = whole.made.person("Cecilia");
        CHECK(whole.kinds() == Kinds{BreakKind::person_without_goal});
    }
}

TEST_CASE("a unit without goals, and those who work there") {
    Whole whole;
    whole.made.unit("Syd", "BUN");
    whole.made.person("Cecilia", "Syd");
    auto const both = whole.made.person("David", "Syd");
    whole.made.member(both, "Norr");
    CHECK(whole.kinds() == Kinds{BreakKind::unit_without_goal, BreakKind::person_without_goal});
    CHECK(whole.kinds("Syd").size() == 2);
    CHECK(whole.kinds("Norr").empty());
    SUBCASE("a unit that has ended needs none") {
        whole.made.unit("Gammal", "BUN").valid_to = base::plus_days(today, -1);
        CHECK(whole.kinds().size() == 2);
    }
    SUBCASE("a shared goal is enough") {
        whole.made.at(whole.school).units.push_back("Syd");
        CHECK(whole.kinds().empty());
    }
}

TEST_CASE("a measure without an owner is a break only where it is in use") {
    Whole whole;
    whole.made.measure({.code = "M1", .title = "Meritvärde"});
    CHECK(whole.kinds().empty());
    SUBCASE("by a goal") {
        whole.made.at(whole.school).measures = {"M1"};
        CHECK(whole.kinds() == Kinds{BreakKind::measure_without_owner});
        CHECK(whole.kinds("Norr") == Kinds{BreakKind::measure_without_owner});
    }
    SUBCASE("by a key result") {
        auto const id = whole.made.key_result({.goal = whole.school, .measure = "M1"});
        CHECK(whole.kinds() == Kinds{BreakKind::measure_without_owner});
        whole.made.at(id).is_withdrawn = true;
        CHECK(whole.kinds().empty());
    }
    SUBCASE("on a card in use") {
        domain::Scorecard card{.unit = "BUN", .state = domain::ScorecardState::in_use, .rows = {{.measures = {"M1"}}}};
        SUBCASE("yes") {
            whole.made.card(card);
            CHECK(whole.kinds() == Kinds{BreakKind::measure_without_owner});
        }
        SUBCASE("still in development") {
            card.state = domain::ScorecardState::in_development;
            whole.made.card(card);
            CHECK(whole.kinds().empty());
        }
    }
    SUBCASE("it has an owner") {
        whole.made.at(whole.school).measures = {"M2"};
        whole.made.measure({.code = "M2", .title = "Frånvaro", .owner = "Utbildningskontoret"});
        CHECK(whole.kinds().empty());
    }
}

TEST_CASE("every kind of break has words of its own") {
    for (auto const& [kind, name] : names_of(BreakKind{})) {
        CHECK(!words_of(kind).why.empty());
        CHECK(!words_of(kind).mend.empty());
    }
}

} // namespace rodtrad::plan
