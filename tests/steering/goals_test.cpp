#include "lived_goal.hpp"
#include "plan/goal_life.hpp"
#include "plan/goal_status.hpp"
#include "steering/goals.hpp"
#include "steering/judgements.hpp"
#include "steering/key_results.hpp"
#include "steering/typed.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rodtrad::steering {
namespace {

using domain::GoalId;
using domain::GoalState;
using domain::StepKind;
using domain::Verdict;
using test::LivedGoal;
using test::refused_field;

base::Date day(std::string_view text) { return base::to_date(text).value(); }

domain::Goal stated(std::string title, std::vector<std::string> units = {"skola"}) {
    return {
        .title = std::move(title), .units = std::move(units), .begins = day("2027-01-01"), .ends = day("2027-12-31")};
}

domain::KeyResult figure(std::string title, double target) { return {.title = std::move(title), .target = target}; }

struct Goals : LivedGoal {
    GoalId create(domain::Goal const& goal, std::optional<domain::PersonId> who = {}) {
        GoalId id;
        does(who.value_or(head), [&](Work& work) { id = create_goal(work, goal); });
        return id;
    }
    domain::Goal const& at(GoalId id) { return *plan().goals.find(id); }
    GoalState state(GoalId id) { return at(id).state; }
    domain::GoalStep const& last_step(GoalId id) { return *plan().steps_of(id).back(); }

    void take(GoalId id, StepKind step, std::optional<domain::PersonId> who = {}) {
        does(who.value_or(head), [&](Work& work) {
            switch (step) {
            case StepKind::proposed:
                return propose_goal(work, id, "vi vill");
            case StepKind::sent_back:
                return send_back_goal(work, id, "för stort");
            case StepKind::adopted:
                return adopt_goal(work, id, "");
            case StepKind::begun:
                return begin_goal(work, id, "");
            case StepKind::paused:
                return pause_goal(work, id, "rektorsbyte");
            case StepKind::resumed:
                return resume_goal(work, id, "");
            case StepKind::abandoned:
                return abandon_goal(work, id, "läggs i ett annat mål");
            case StepKind::closed:
                return close_goal(work, id, Verdict::partly, "samtalen gjorde skillnad");
            case StepKind::rolled:
                static_cast<void>(roll_goal_forward(work, id));
                return;
            case StepKind::adjusted: {
                auto goal = work.must_find<domain::Goal>(id);
                goal.description += ".";
                return adjust_goal(work, id, goal.version, goal, "tydligare");
            }
            case StepKind::created:
                return;
            }
        });
    }
    // A new goal, brought to a state.
    GoalId in(GoalState state) {
        auto const id = create(stated("Ett mål"));
        std::vector<StepKind> way;
        if (state == GoalState::proposed) way = {StepKind::proposed};
        if (state == GoalState::adopted) way = {StepKind::adopted};
        if (state == GoalState::active) way = {StepKind::adopted, StepKind::begun};
        if (state == GoalState::paused) way = {StepKind::adopted, StepKind::begun, StepKind::paused};
        if (state == GoalState::abandoned) way = {StepKind::abandoned};
        if (state == GoalState::closed) way = {StepKind::adopted, StepKind::begun, StepKind::closed};
        for (auto const step : way) take(id, step);
        return id;
    }
};

TEST_CASE("every step from every state is taken and kept, or refused with nothing changed") {
    Goals goals;
    for (auto const& [from, from_name] : names_of(GoalState{}))
        for (auto const& [step, step_name] : names_of(StepKind{})) {
            if (step == StepKind::created) continue;
            CAPTURE(from_name);
            CAPTURE(step_name);
            auto const id = goals.in(from);
            auto const steps_before = goals.plan().steps_of(id).size();
            auto const leads = plan::after(from, step);
            if (leads) {
                goals.take(id, step);
                CHECK(goals.state(id) == *leads);
                CHECK(goals.last_step(id).kind == step);
                CHECK(goals.last_step(id).by == goals.head);
                CHECK(goals.last_step(id).at == test::first_day);
            } else {
                CHECK(refused_field([&] { goals.take(id, step); }) == "");
                CHECK(goals.state(id) == from);
                CHECK(goals.plan().steps_of(id).size() == steps_before);
            }
        }
}

TEST_CASE("steps that others will ask about take a reason, and closing a verdict's reflection") {
    Goals goals;
    auto const id = goals.in(GoalState::active);
    auto const field = [&](auto const& use_case) { return refused_field([&] { goals.does(goals.head, use_case); }); };
    CHECK(field([&](Work& work) { pause_goal(work, id, "  "); }) == "reason");
    CHECK(field([&](Work& work) { abandon_goal(work, id, ""); }) == "reason");
    CHECK(field([&](Work& work) { close_goal(work, id, Verdict::reached, " "); }) == "reflection");
    CHECK(field([&](Work& work) { judge_goal(work, id, Verdict::reached, ""); }) == "reason");
    CHECK(field([&](Work& work) {
              auto goal = work.must_find<domain::Goal>(id);
              goal.title = "Ett annat mål";
              adjust_goal(work, id, goal.version, goal, "");
          }) == "reason");
    CHECK(goals.state(id) == GoalState::active);
    CHECK(goals.at(id).title == "Ett mål");
}

TEST_CASE("adjusting keeps what was said before, with the reason, the day and who did it") {
    Goals goals;
    auto const id = goals.in(GoalState::active);
    goals.does(goals.head, [&](Work& work) {
        auto goal = work.must_find<domain::Goal>(id);
        goal.title = "Varje elev läser";
        goal.owner = goals.teacher;
        adjust_goal(work, id, goal.version, goal, "föräldrarådet bad om det");
    });
    auto const& step = goals.last_step(id);
    CHECK(step.reason == "föräldrarådet bad om det");
    REQUIRE(step.alterations.size() == 2);
    CHECK(step.alterations[0] == domain::Alteration{"title", {}, "Ett mål", "Varje elev läser"});
    CHECK(step.alterations[1] == domain::Alteration{"owner", {}, "", "Anna Ek"});
}

TEST_CASE("a key result that is changed after the goal was decided is told with before and after") {
    Goals goals;
    auto const id = goals.in(GoalState::active);
    domain::KeyResultId key_result;
    goals.does(goals.head,
               [&](Work& work) { key_result = add_key_result(work, id, figure("Behöriga", 90), "målet saknade ett"); });
    goals.does(goals.head, [&](Work& work) {
        auto changed = work.must_find<domain::KeyResult>(key_result);
        changed.target = 85;
        adjust_key_result(work, key_result, changed.version, changed, "fler nyanlända än vi trodde");
    });
    auto const& step = goals.last_step(id);
    CHECK(step.kind == StepKind::adjusted);
    REQUIRE(step.alterations.size() == 1);
    CHECK(step.alterations[0] == domain::Alteration{"target", key_result, "90", "85"});
    CHECK(refused_field([&] {
              goals.does(goals.head, [&](Work& work) { withdraw_key_result(work, key_result, ""); });
          }) == "reason");
    goals.does(goals.head, [&](Work& work) { withdraw_key_result(work, key_result, "mäts inte längre"); });
    CHECK(plan::standing_key_results(goals.plan(), id).empty());
}

TEST_CASE("in a draft key results are changed without a reason, by its author") {
    Goals goals;
    auto const id = goals.create(stated("Vårt mål"), goals.teacher);
    goals.does(goals.teacher, [&](Work& work) { add_key_result(work, id, figure("Dagar", 5), ""); });
    CHECK(plan::standing_key_results(goals.plan(), id).size() == 1);
    CHECK(goals.plan().steps_of(id).size() == 1);
    CHECK_THROWS_AS(goals.does(goals.nurse, [&](Work& work) { add_key_result(work, id, figure("x", 1), ""); }),
                    Forbidden);
}

TEST_CASE("who takes part writes and proposes, who steers decides, and a reader does neither") {
    Goals goals;
    CHECK_THROWS_AS(goals.create(stated("Mål"), goals.reader), Forbidden);
    auto const id = goals.create(stated("Mål"), goals.teacher);
    goals.take(id, StepKind::proposed, goals.teacher);
    CHECK(goals.at(id).proposed_by == goals.teacher);
    CHECK_THROWS_AS(goals.take(id, StepKind::adopted, goals.teacher), Forbidden);
    CHECK_THROWS_AS(goals.take(id, StepKind::adopted, goals.nurse), Forbidden);
    goals.take(id, StepKind::adopted);
    CHECK_THROWS_AS(goals.take(id, StepKind::adjusted, goals.teacher), Forbidden);
    CHECK_THROWS_AS(goals.take(id, StepKind::begun, goals.politician), Forbidden);
    goals.take(id, StepKind::begun, goals.controller);
    CHECK(goals.state(id) == GoalState::active);
}

TEST_CASE("a goal that several units share is steered from each of them, and cannot be taken from them all") {
    Goals goals;
    auto const shared = goals.create(stated("Delat", {"hem", "skola"}), goals.controller);
    goals.take(shared, StepKind::adopted); // the head of the school, which is its second unit
    CHECK(goals.state(shared) == GoalState::adopted);
    CHECK_THROWS_AS(goals.does(goals.head,
                               [&](Work& work) {
                                   auto goal = work.must_find<domain::Goal>(shared);
                                   goal.units = {"hem"};
                                   adjust_goal(work, shared, goal.version, goal, "det är deras");
                               }),
                    Forbidden);
    auto const theirs = goals.create(stated("Deras", {"hem"}), goals.nurse);
    CHECK_THROWS_AS(goals.take(theirs, StepKind::adopted), Forbidden);
}

TEST_CASE("who adopts a goal is told where it was reworded after it was read") {
    Goals goals;
    auto const id = goals.create(stated("Läsa mer"), goals.teacher);
    auto const read = goals.at(id).version;
    goals.does(goals.teacher, [&](Work& work) { edit_draft(work, id, read, stated("Läsa mindre")); });
    auto const adopt = [&](std::int64_t version) {
        goals.does(goals.head, [&](Work& work) { adopt_goal(work, id, "", version); });
    };
    CHECK_THROWS_AS(adopt(read), Conflict);
    CHECK(goals.at(id).state == GoalState::draft);
    adopt(read + 1);
    CHECK(goals.at(id).state == GoalState::adopted);
}

TEST_CASE("its owner may judge, and nobody else who does not steer") {
    Goals goals;
    auto goal = stated("Mål");
    goal.owner = goals.teacher;
    auto const id = goals.create(goal);
    goals.take(id, StepKind::adopted);
    goals.does(goals.teacher, [&](Work& work) { judge_goal(work, id, Verdict::partly, "kom igång i oktober"); });
    auto const* judgement = plan::latest_judgement(goals.plan(), id);
    REQUIRE(judgement != nullptr);
    CHECK(judgement->verdict == Verdict::partly);
    CHECK(judgement->by == goals.teacher);
    goals.does(goals.controller, [&](Work& work) {
        auto handed_over = work.must_find<domain::Goal>(id);
        handed_over.owner = goals.reader;
        work.put(handed_over, "goal.test");
    });
    CHECK_THROWS_AS(goals.does(goals.reader, [&](Work& work) { judge_goal(work, id, Verdict::reached, "x"); }),
                    Forbidden); // a reader writes nothing, whatever the goal says
    CHECK_THROWS_AS(goals.does(goals.politician, [&](Work& work) { judge_goal(work, id, Verdict::reached, "x"); }),
                    Forbidden);
}

TEST_CASE("closing keeps verdict and reflection, and is a judgement too") {
    Goals goals;
    auto const id = goals.in(GoalState::closed);
    CHECK(goals.at(id).verdict == Verdict::partly);
    CHECK(goals.at(id).reflection == "samtalen gjorde skillnad");
    CHECK(plan::latest_judgement(goals.plan(), id)->reason == "samtalen gjorde skillnad");
}

TEST_CASE("links upward never make a circle") {
    Goals goals;
    auto const top = goals.create(stated("Toppen", {"K"}), goals.controller);
    auto middle = stated("Mitten");
    middle.supports = {top};
    auto const between = goals.create(middle);
    auto low = stated("Botten");
    low.supports = {between, top, between};
    auto const bottom = goals.create(low);
    CHECK(goals.at(bottom).supports == std::vector{between, top});
    auto const support = [&](GoalId from, GoalId to) {
        return refused_field([&] {
            goals.does(goals.controller, [&](Work& work) {
                auto goal = work.must_find<domain::Goal>(from);
                goal.supports = {to};
                edit_draft(work, from, goal.version, goal);
            });
        });
    };
    CHECK(support(top, bottom) == "supports");
    CHECK(support(top, top) == "supports");
    CHECK(support(top, GoalId{4711}) == "supports");
    CHECK(goals.at(top).supports.empty());
}

TEST_CASE("an owner is someone who is here, and a goal without one is allowed") {
    Goals goals;
    auto goal = stated("Mål");
    CHECK(goals.create(goal).value() > 0);
    goals.does(goals.controller, [&](Work& work) {
        auto gone = work.must_find<domain::Person>(goals.teacher);
        gone.is_active = false;
        work.put(gone, "person.deactivate");
    });
    goal.owner = goals.teacher;
    CHECK(refused_field([&] { goals.create(goal); }) == "owner");
    goal.owner = domain::PersonId{4711};
    CHECK(refused_field([&] { goals.create(goal); }) == "owner");
}

TEST_CASE("what makes no sense is refused where it was filled in") {
    Goals goals;
    auto const refused = [&](auto const& spoil) {
        auto goal = stated("Mål");
        spoil(goal);
        return refused_field([&] { goals.create(goal, goals.controller); });
    };
    CHECK(refused([](domain::Goal& goal) { goal.title = " \n "; }) == "title");
    CHECK(refused([](domain::Goal& goal) { goal.title = std::string(400, 'x'); }) == "title");
    CHECK(refused([](domain::Goal& goal) { goal.units.clear(); }) == "units");
    CHECK(refused([](domain::Goal& goal) { goal.units = {"finns-inte"}; }) == "units");
    CHECK(refused([](domain::Goal& goal) { goal.ends = day("2026-12-31"); }) == "ends");
    CHECK(refused([](domain::Goal& goal) { goal.begins = {}; }) == "begins");
    CHECK(refused([](domain::Goal& goal) { goal.measures = {"finns-inte"}; }) == "measures");
    CHECK(refused([](domain::Goal& goal) { goal.perspective = domain::PerspectiveId{99}; }) == "perspective");
    CHECK(refused([](domain::Goal& goal) { goal.begins = day("0001-01-01"); }) == "begins");
    CHECK(refused([](domain::Goal& goal) { goal.ends = day("2126-01-01"); }) == "ends");
    CHECK(refused([](domain::Goal&) {}) == "-");
}

TEST_CASE("everything that is wrong with a goal is told at once") {
    Goals goals;
    auto goal = stated("  ");
    goal.units = {"finns-inte"};
    goal.ends = day("2020-12-31");
    std::vector<std::string> fields;
    try {
        goals.create(goal, goals.controller);
    } catch (Refused const& refused) {
        for (auto const& fault : refused.faults()) fields.push_back(fault.field);
    }
    CHECK(fields == std::vector<std::string>{"title", "units", "ends"});
}

TEST_CASE("a key result that cannot be met or told is refused where it was filled in") {
    Goals goals;
    auto const id = goals.create(stated("Mål"));
    auto const refused = [&](domain::KeyResult const& key_result) {
        return refused_field(
            [&] { goals.does(goals.head, [&](Work& work) { add_key_result(work, id, key_result, ""); }); });
    };
    using domain::Aim;
    using domain::KeyResultKind;
    CHECK(refused({.title = "utan mål"}) == "target");
    CHECK(refused({.title = "redan där", .baseline = 5.0, .target = 5.0}) == "target");
    CHECK(refused({.title = "ingen övre", .aim = Aim::within, .target = 4.0}) == "upper");
    CHECK(refused({.title = "omvänt", .aim = Aim::within, .target = 4.0, .upper = 4.0}) == "upper");
    CHECK(refused({.kind = KeyResultKind::ordinal, .title = "utan löfte", .target = 5.0}) == "commit");
    CHECK(refused({.kind = KeyResultKind::ordinal, .title = "bakåt", .target = 5.0, .commit = 3.0, .stretch = 4.0}) ==
          "stretch");
    CHECK(refused({.title = "för sent", .target = 5.0, .due = day("2028-01-01")}) == "due");
    CHECK(refused({.title = "utan mått", .measure = "finns-inte", .target = 5.0}) == "measure");
    CHECK(refused({.kind = KeyResultKind::milestone, .title = "klart"}) == "-");
    CHECK(refused({.kind = KeyResultKind::ordinal, .title = "nedåt", .target = 3.0, .commit = 5.0, .stretch = 1.0}) ==
          "-");
}

TEST_CASE("who writes on an older reading is told, and nothing is lost or stored") {
    Goals goals;
    auto const id = goals.create(stated("Mål"));
    auto const read = goals.at(id);
    goals.does(goals.controller, [&](Work& work) {
        auto goal = read;
        goal.title = "Deras";
        edit_draft(work, id, read.version, goal);
    });
    auto mine = read;
    mine.title = "Mitt";
    CHECK_THROWS_AS(goals.does(goals.head, [&](Work& work) { edit_draft(work, id, read.version, mine); }), Conflict);
    CHECK(goals.at(id).title == "Deras");
    goals.does(goals.head, [&](Work& work) { edit_draft(work, id, read.version + 1, mine); });
    CHECK(goals.at(id).title == "Mitt");
}

TEST_CASE("the form takes nothing but what it has fields for") {
    Goals goals;
    auto const id = goals.create(stated("Mål"));
    auto mine = goals.at(id);
    mine.state = GoalState::closed;
    mine.verdict = Verdict::reached;
    mine.rolled_from = id;
    goals.does(goals.head, [&](Work& work) { edit_draft(work, id, mine.version, mine); });
    CHECK(goals.at(id).state == GoalState::draft);
    CHECK_FALSE(goals.at(id).verdict);
    CHECK_FALSE(goals.at(id).rolled_from);
}

TEST_CASE("the next cycle takes over what was wanted, and nothing of what came of it") {
    Goals goals;
    auto goal = stated("Mål");
    goal.begins = day("2026-09-01");
    goal.ends = day("2026-12-31");
    goal.cycle = domain::Cycle::tertial;
    auto const id = goals.create(goal);
    domain::KeyResultId milestone;
    goals.does(goals.head, [&](Work& work) {
        auto metric = figure("Dagar", 5);
        metric.baseline = 13;
        metric.due = day("2026-10-31");
        add_key_result(work, id, metric, "");
        milestone = add_key_result(work, id, {.kind = domain::KeyResultKind::milestone, .title = "Klart"}, "");
        auto const withdrawn = add_key_result(work, id, figure("Bort", 1), "");
        withdraw_key_result(work, withdrawn, "");
        work.put(domain::Behaviour{.goal = id, .text = "Vi stämmer av varje elev"}, "behaviour.add");
    });
    goals.take(id, StepKind::adopted);
    goals.does(goals.head, [&](Work& work) { mark_milestone(work, milestone, true); });
    goals.take(id, StepKind::closed);
    GoalId next;
    goals.does(goals.head, [&](Work& work) { next = roll_goal_forward(work, id); });
    auto const& rolled = goals.at(next);
    CHECK(rolled.state == GoalState::draft);
    CHECK(rolled.begins == day("2027-01-01"));
    CHECK(rolled.ends == day("2027-04-30"));
    CHECK(rolled.rolled_from == id);
    CHECK_FALSE(rolled.verdict);
    CHECK(rolled.reflection.empty());
    auto const& plan = goals.plan();
    auto const copies = plan::standing_key_results(plan, next);
    REQUIRE(copies.size() == 2);
    CHECK(copies[0]->baseline == 13.0);
    CHECK(copies[0]->target == 5.0);
    CHECK(copies[0]->due == day("2027-02-28"));
    CHECK_FALSE(copies[1]->is_done);
    CHECK(plan.behaviours_of(next).size() == 1);
    CHECK(plan.check_ins_of(next).empty());
    CHECK(plan.judgements_of(next).empty());
    CHECK(plan.steps_of(next).size() == 1);
    CHECK(plan.key_results.find(milestone)->is_done);
    CHECK(refused_field([&] { goals.take(id, StepKind::rolled); }) == "");
}

TEST_CASE("what comes each year comes again on the same days, a school year too") {
    Goals goals;
    auto const rolled = [&](std::string_view begins, std::string_view ends) {
        auto goal = stated("Läsåret");
        goal.begins = day(begins);
        goal.ends = day(ends);
        auto const id = goals.create(goal);
        goals.take(id, StepKind::adopted);
        if (goals.at(id).begins > base::day_of(test::first_day)) goals.take(id, StepKind::begun);
        GoalId next;
        goals.does(goals.head, [&](Work& work) { next = roll_goal_forward(work, id); });
        return base::to_text(goals.at(next).begins) + " " + base::to_text(goals.at(next).ends);
    };
    CHECK(rolled("2026-08-01", "2027-06-30") == "2027-08-01 2028-06-30");
    CHECK(rolled("2026-08-17", "2027-06-11") == "2027-08-17 2028-06-11");
    CHECK(rolled("2027-01-01", "2027-12-31") == "2028-01-01 2028-12-31");
    CHECK(rolled("2027-03-01", "2028-02-29") == "2028-03-01 2029-02-28");
    CHECK(rolled("2027-01-01", "2027-03-31") == "2027-04-01 2027-06-30");
    CHECK(rolled("2027-01-11", "2027-02-10") == "2027-02-11 2027-03-13");
}

TEST_CASE("numbers are understood as they are typed") {
    CHECK(typed_number("x", "12,5") == 12.5);
    CHECK(typed_number("x", " 1 000 ") == 1000.0);
    CHECK(typed_number("x", "1\u00A0000,25") == 1000.25);
    CHECK(typed_number("x", "−3") == -3.0);
    CHECK(typed_number("x", "80 %") == 80.0);
    CHECK_FALSE(typed_number("x", "  "));
    CHECK(typed_number("x", "7 dagar", "dagar") == 7.0);
    CHECK(typed_number("x", "80 %", "%") == 80.0);
    for (auto const* text : {"ca 80", "1e5", "999999999999999", "7 veckor"})
        CHECK(refused_field([&] { static_cast<void>(typed_number("x", text, "dagar")); }) == "x");
    CHECK(refused_field([] { static_cast<void>(typed_number("x", "50 %", "dagar")); }) == "x");
    CHECK(typed_date("x", "2026-10-03") == day("2026-10-03"));
    CHECK(refused_field([] { static_cast<void>(typed_date("x", "3/10 2026")); }) == "x");
}

} // namespace
} // namespace rodtrad::steering
