#include "plan/red_thread.hpp"
#include "plan/red_thread_tree.hpp"
#include "plan/small_plan.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace rodtrad::plan {

namespace {

using test::SmallPlan;
using test::today;

// A municipality with a board, two schools and a team.
SmallPlan municipality() {
    SmallPlan made;
    made.unit("K");
    made.unit("BUN", "K");
    made.unit("Norr", "BUN");
    made.unit("Syd", "BUN");
    made.unit("Lag 7-9", "Norr");
    return made;
}

// The tree as text: two spaces a level, what stands in brackets is marked.
std::string drawn(RedThread const& thread, ThreadQuestion const& question) {
    std::string out;
    for (auto const& line : thread_tree(thread, question)) {
        out.append(2 * static_cast<std::size_t>(line.depth), ' ');
        if (auto const* const* goal = std::get_if<domain::Goal const*>(&line.thing)) out += (*goal)->title;
        if (auto const* const* document = std::get_if<domain::SteeringDocument const*>(&line.thing))
            out += (*document)->title;
        if (auto const* gap = std::get_if<UnitGap>(&line.thing))
            out += "gap " + thread.data().units[gap->unit].unit.code + " " + std::to_string(gap->units);
        if (line.is_reference) out += " [above]";
        if (line.below_not_shown > 0) out += " [" + std::to_string(line.below_not_shown) + " more]";
        out += '\n';
    }
    return out;
}

std::string way_of(RedThread const& thread, domain::Goal const& goal) {
    std::string out;
    for (auto const& thing : way_to_vision(thread, goal)) {
        if (auto const* const* step = std::get_if<domain::Goal const*>(&thing)) out += (*step)->title + '/';
        if (auto const* const* document = std::get_if<domain::SteeringDocument const*>(&thing))
            out += (*document)->title + '/';
    }
    return out;
}

} // namespace

TEST_CASE("a goal that was adopted bears the thread from its first day, without anyone having to begin it") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const goal = made.goal("Norr", "goal", {.supports_documents = {vision}, .state = domain::GoalState::adopted});
    auto const is_whole = [&](base::Date first_day) {
        made.at(goal).begins = first_day;
        auto const plan = made.plan();
        auto const data = made.data();
        RedThread const thread{*plan, data, today};
        return thread.has_whole_thread(*thread.find_unit("Norr"));
    };
    CHECK(is_whole(today));
    CHECK_FALSE(is_whole(base::plus_days(today, 1)));
}

TEST_CASE("a goal leads to the vision by its links, step by step") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const strategy = made.strategy("BUN", "strategy");
    auto const board = made.goal("BUN", "board's", {.supports_documents = {strategy}});
    auto const school = made.goal("Norr", "school's", {.supports = {board}});
    auto const alone = made.goal("Syd", "alone");
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};

    CHECK(thread.leads_to_vision(*plan->goals.find(school)));
    CHECK_FALSE(thread.leads_to_vision(*plan->goals.find(alone)));
    CHECK(thread.vision_of(*plan->documents.find(strategy)) == plan->documents.find(vision));
    CHECK(way_of(thread, *plan->goals.find(school)) == "vision/strategy/board's/school's/");
    CHECK(way_of(thread, *plan->goals.find(alone)) == "alone/");

    CHECK(thread.has_whole_thread(data.find_unit("K").value()));
    CHECK(thread.has_whole_thread(data.find_unit("BUN").value()));
    CHECK(thread.has_whole_thread(data.find_unit("Norr").value()));
    CHECK_FALSE(thread.has_whole_thread(data.find_unit("Syd").value()));
    auto const share = thread.share();
    CHECK(share.units == 5);
    CHECK(share.units_with_thread == 3);
    CHECK(thread.share(data.find_unit("Norr")).units == 2);
    CHECK(thread.share(data.find_unit("Norr")).units_with_thread == 1);
}

TEST_CASE("a strategy leads to the vision of its own unit before that of the unit above") {
    auto made = municipality();
    made.vision("K", "the municipality's");
    auto const own = made.vision("BUN", "the board's");
    auto const strategy = made.strategy("Norr", "strategy");
    auto const plan = made.plan();
    auto const data = made.data();
    CHECK(RedThread{*plan, data, today}.vision_of(*plan->documents.find(strategy)) == plan->documents.find(own));
}

TEST_CASE("what is not decided, given up or no longer in force does not bear the thread") {
    for (auto const state : {domain::GoalState::draft, domain::GoalState::proposed, domain::GoalState::abandoned,
                             domain::GoalState::closed}) {
        auto made = municipality();
        auto const vision = made.vision("K", "vision");
        auto const board = made.goal("BUN", "board's", {.supports_documents = {vision}, .state = state});
        auto const school = made.goal("Norr", "school's", {.supports = {board}});
        auto const plan = made.plan();
        auto const data = made.data();
        CHECK_FALSE(RedThread{*plan, data, today}.leads_to_vision(*plan->goals.find(school)));
    }
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    made.at(vision).valid_to = base::plus_days(today, -1);
    auto const board = made.goal("BUN", "board's", {.supports_documents = {vision}});
    auto const plan = made.plan();
    auto const data = made.data();
    CHECK_FALSE(RedThread{*plan, data, today}.leads_to_vision(*plan->goals.find(board)));
    CHECK(RedThread{*plan, data, base::plus_days(today, -1)}.leads_to_vision(*plan->goals.find(board)));
}

TEST_CASE("a paused goal bears the thread of others, but its own unit has none by it") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const board =
        made.goal("BUN", "board's", {.supports_documents = {vision}, .state = domain::GoalState::paused});
    made.goal("Norr", "school's", {.supports = {board}});
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    CHECK(thread.has_whole_thread(data.find_unit("Norr").value()));
    CHECK_FALSE(thread.has_whole_thread(data.find_unit("BUN").value()));
}

TEST_CASE("a shared goal is the thread of every unit that shares it") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const goal = made.goal("Norr", "shared", {.supports_documents = {vision}});
    made.at(goal).units.push_back("Syd");
    auto const plan = made.plan();
    auto const data = made.data();
    CHECK(RedThread{*plan, data, today}.has_whole_thread(data.find_unit("Syd").value()));
}

TEST_CASE("a person has the thread of a unit that the person works in now") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    made.goal("Norr", "school's", {.supports_documents = {vision}});
    auto const anna = made.person("Anna", "Norr");
    auto const bo = made.person("Bo", "Syd");
    auto const left = made.person("Cecilia");
    made.at(made.member(left, "Norr")).valid_to = base::plus_days(today, -1);
    auto const locked = made.person("David", "Norr");
    made.at(locked).is_active = false;
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    CHECK(thread.has_whole_thread(anna));
    CHECK_FALSE(thread.has_whole_thread(bo));
    CHECK_FALSE(thread.has_whole_thread(left));
    CHECK(thread.share().people == 3);
    CHECK(thread.share().people_with_thread == 1);
    CHECK(thread.share(data.find_unit("Syd")).people == 1);
}

TEST_CASE("the tree goes from the vision to the team, with a gap where a goal should hang") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const strategy = made.strategy("K", "strategy");
    auto const board = made.goal("BUN", "board's", {.supports_documents = {strategy}});
    made.goal("Norr", "Norr's", {.supports = {board}});
    made.goal("BUN", "board's other", {.supports_documents = {vision}});
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    CHECK(drawn(thread, about_organisation(thread)) == "vision\n"
                                                       "  strategy\n"
                                                       "    board's [2 more]\n"
                                                       "  board's other\n");
    CHECK(drawn(thread, about_unit(thread, data.find_unit("BUN").value())) == "vision\n"
                                                                              "  strategy\n"
                                                                              "    board's\n"
                                                                              "      Norr's\n"
                                                                              "        gap Lag 7-9 1\n"
                                                                              "      gap Syd 1\n"
                                                                              "  board's other\n");
    // A unit in a gap sees where it should hang.
    CHECK(drawn(thread, about_unit(thread, data.find_unit("Syd").value())) == "vision\n"
                                                                              "  strategy\n"
                                                                              "    board's\n"
                                                                              "      gap Syd 1\n");
}

TEST_CASE("units without goals below each other are one gap") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    made.goal("BUN", "board's", {.supports_documents = {vision}});
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    CHECK(drawn(thread, about_organisation(thread)) == "vision\n"
                                                       "  board's\n"
                                                       "    gap Norr 2\n"
                                                       "    gap Syd 1\n");
    CHECK(drawn(thread, about_unit(thread, data.find_unit("Lag 7-9").value())) == "vision\n"
                                                                                  "  board's\n"
                                                                                  "    gap Norr 2\n");
}

TEST_CASE("a goal that supports several is told once and referred to where it stands again") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const one = made.goal("BUN", "one", {.supports_documents = {vision}});
    auto const two = made.goal("BUN", "two", {.supports_documents = {vision}});
    auto const both = made.goal("Norr", "both", {.supports = {one, two}});
    made.goal("Lag 7-9", "team's", {.supports = {both}});
    made.goal("Syd", "Syd's", {.supports = {two}});
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    CHECK(drawn(thread, about(*plan->goals.find(both))) == "vision\n"
                                                           "  one\n"
                                                           "    both\n"
                                                           "      team's\n"
                                                           "  two\n"
                                                           "    both [above]\n");
}

TEST_CASE("goals that support each other in a circle lead nowhere and are drawn once") {
    auto made = municipality();
    auto const one = made.goal("BUN", "one");
    auto const two = made.goal("Norr", "two", {.supports = {one}});
    made.at(one).supports = {two, one};
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    CHECK_FALSE(thread.leads_to_vision(*plan->goals.find(one)));
    CHECK(drawn(thread, about(*plan->goals.find(one))) == "one\n"
                                                          "  two\n"
                                                          "    one [above]\n"
                                                          "    gap Lag 7-9 1\n"
                                                          "  gap Syd 1\n");
}

TEST_CASE("a long list of goals below one is cut, counted, and goes on at the next page") {
    auto made = municipality();
    auto const vision = made.vision("K", "vision");
    auto const board = made.goal("BUN", "board's", {.supports_documents = {vision}});
    for (int i = 0; i < 5; ++i) made.goal("Norr", "goal " + std::to_string(i), {.supports = {board}});
    auto const plan = made.plan();
    auto const data = made.data();
    RedThread const thread{*plan, data, today};
    auto question = about(*plan->goals.find(board));
    question.most_below_asked = 2;
    question.skipped = 2;
    CHECK(drawn(thread, question) == "vision\n"
                                     "  board's [2 more]\n"
                                     "    goal 2\n"
                                     "    goal 3\n");
}

TEST_CASE("200 random plans: shares are counts of what there is, and every tree ends") {
    std::mt19937 random{20261001};
    auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random); };
    for (int round = 0; round < 200; ++round) {
        SmallPlan made;
        auto const units = 1 + below(30);
        auto const name = [](std::size_t i) { return "U" + std::to_string(i); };
        for (std::size_t i = 0; i < units; ++i) made.unit(name(i), i == 0 ? "" : name(below(i)));
        auto const documents = below(5);
        for (std::size_t i = 0; i < documents; ++i)
            made.document(name(below(units)), static_cast<domain::DocumentKind>(below(4)), "document");
        auto const goals = below(40);
        for (std::size_t i = 0; i < goals; ++i) {
            auto const id = made.goal(name(below(units)), "goal", {.state = static_cast<domain::GoalState>(below(7))});
            for (auto links = below(4); links > 0; --links) // forward too: circles; and to what there is not
                made.at(id).supports.push_back(domain::GoalId{static_cast<std::int64_t>(1 + below(goals + 1))});
            if (documents > 0 && below(4) == 0)
                made.at(id).supports_documents.push_back(
                    domain::DocumentId{static_cast<std::int64_t>(1 + below(documents))});
        }
        for (auto people = below(20); people > 0; --people) made.person("person", name(below(units)));
        auto const plan = made.plan();
        auto const data = made.data();
        RedThread const thread{*plan, data, today};

        auto const share = thread.share();
        CHECK(share.units == static_cast<int>(units));
        CHECK(0 <= share.units_with_thread);
        CHECK(share.units_with_thread <= share.units);
        CHECK(0 <= share.people_with_thread);
        CHECK(share.people_with_thread <= share.people);
        static_cast<void>(thread_tree(thread, about_organisation(thread)));
        for (auto const& goal : plan->goals) {
            auto const lines = thread_tree(thread, about(goal));
            int previous = -1;
            std::size_t told = 0;
            for (auto const& line : lines) {
                CHECK(line.depth <= previous + 1);
                previous = line.depth;
                if (line.thing == ThreadThing{&goal} && !line.is_reference) ++told;
            }
            CHECK(told == 1);
            // The way there is a way exactly where the goal leads somewhere.
            CHECK((way_to_vision(thread, goal).size() > 1) == thread.leads_to_vision(goal));
        }
        for (study::UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
            static_cast<void>(thread_tree(thread, about_unit(thread, unit)));
            CHECK(thread.share(unit).units == static_cast<int>(data.units[unit].branch_end.value() - unit.value()));
        }
    }
}

} // namespace rodtrad::plan
