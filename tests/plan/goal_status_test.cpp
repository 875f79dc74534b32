#include "plan/goal_status.hpp"
#include "plan/small_plan.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace rodtrad::plan {
namespace {

using domain::Aim;
using domain::Bound;
using domain::Direction;
using domain::KeyResult;
using domain::KeyResultKind;

base::Date day(std::string_view text) { return base::to_date(text).value(); }
base::Instant noon(std::string_view text) { return base::to_instant(std::string{text} + "T10:00:00Z"); }

// A goal of a school for the year 2026, with a measure whose figures come once a year.
struct School {
    School() {
        made.unit("K");
        made.unit("skola", "K");
        made.measure({.code = "m", .unit_of_measure = "%", .polarity = Direction::higher_is_better});
        goal = made.goal("skola", "Varje elev får stöd i tid");
        made.at(goal).begins = day("2026-01-01");
        made.at(goal).ends = day("2026-12-31");
        made.at(goal).rhythm = domain::Rhythm::none;
    }
    domain::KeyResultId key_result(KeyResult key_result) {
        key_result.goal = goal;
        return made.key_result(std::move(key_result));
    }
    void say(domain::KeyResultId of, double value, std::string_view on) {
        made.check_in({.goal = goal, .at = noon(on), .values = {{.key_result = of, .value = value}}});
    }
    GoalStatus on(std::string_view today) const {
        auto const plan = made.plan();
        return status_of(*plan, made.data(), *plan->goals.find(goal), day(today));
    }
    test::SmallPlan made;
    domain::GoalId goal;
};

TEST_CASE("every form is met or not exactly at its limit") {
    struct Case {
        Aim aim;
        Bound bound;
        bool below, at, above; // the limit
    };
    for (auto const& [aim, bound, below, at, above] : {
             Case{Aim::reach, Bound::inclusive, false, true, true},
             Case{Aim::reach, Bound::exclusive, false, false, true},
             Case{Aim::stay_above, Bound::inclusive, false, true, true},
             Case{Aim::stay_above, Bound::exclusive, false, false, true},
             Case{Aim::stay_below, Bound::inclusive, true, true, false},
             Case{Aim::stay_below, Bound::exclusive, true, false, false},
         }) {
        KeyResult const key_result{.aim = aim, .bound = bound, .target = 1.0};
        CHECK(is_met(key_result, 0.999999999) == below);
        CHECK(is_met(key_result, 1.0) == at);
        CHECK(is_met(key_result, 1.000000001) == above);
    }
}

TEST_CASE("within two limits, the limits count where they are said to") {
    for (bool const is_inclusive : {true, false}) {
        KeyResult const key_result{.aim = Aim::within,
                                   .bound = is_inclusive ? Bound::inclusive : Bound::exclusive,
                                   .target = 4.0,
                                   .upper = 6.0};
        CHECK(is_met(key_result, 4.0) == is_inclusive);
        CHECK(is_met(key_result, 6.0) == is_inclusive);
        CHECK(is_met(key_result, 5.0));
        CHECK_FALSE(is_met(key_result, 3.999999999));
        CHECK_FALSE(is_met(key_result, 6.000000001));
    }
}

TEST_CASE("to reach goes down where the target is below where it began, or the measure is better lower") {
    KeyResult const down{.aim = Aim::reach, .baseline = 13.0, .target = 5.0};
    CHECK(is_met(down, 5.0));
    CHECK(is_met(down, 4.0));
    CHECK_FALSE(is_met(down, 7.0));
    KeyResult const without{.aim = Aim::reach, .target = 5.0};
    CHECK_FALSE(is_met(without, 4.0));
    CHECK(is_met(without, 4.0, Direction::lower_is_better));
}

TEST_CASE("below 1 % is not met by 1.0, however it would be rounded") {
    School school;
    school.key_result({.aim = Aim::stay_below, .bound = Bound::exclusive, .measure = "m", .target = 1.0});
    school.made.figure("m", "skola", 2026, 1.0);
    auto const status = school.on("2027-02-01");
    CHECK(status.key_results.front().standing == Standing::not_reached);
    CHECK(status.standing == Standing::not_reached);
    CHECK(status.met == 0);
    CHECK(status.counted == 1);
}

TEST_CASE("progress is told as it is, also below nothing and beyond the whole") {
    School school;
    auto const id = school.key_result({.baseline = 77.0, .target = 90.0});
    school.say(id, 76.35, "2026-03-01");
    CHECK(school.on("2026-03-02").key_results.front().progress.value() == doctest::Approx(-0.05));
    CHECK(school.on("2026-03-02").standing == Standing::behind);
    school.say(id, 92.6, "2026-06-01");
    auto const beyond = school.on("2026-06-02");
    CHECK(beyond.key_results.front().progress.value() == doctest::Approx(1.2));
    CHECK(beyond.standing == Standing::reached);
}

TEST_CASE("on the way or behind is judged by the day that the value tells of") {
    School school;
    auto const id = school.key_result({.baseline = 0.0, .target = 100.0});
    school.say(id, 50.0, "2026-07-01"); // 181 of 364 days
    auto const status = school.on("2026-12-01");
    CHECK(status.key_results.front().expected.value() == doctest::Approx(181.0 / 364));
    CHECK(status.standing == Standing::on_the_way);
    school.say(id, 50.0, "2026-10-01");
    CHECK(school.on("2026-12-01").standing == Standing::behind);
}

TEST_CASE("time passes to the day that the key result is due") {
    School school;
    school.key_result({.baseline = 0.0, .target = 100.0, .due = day("2026-01-11")});
    CHECK(school.on("2026-01-06").key_results.front().expected.value() == doctest::Approx(0.5));
    CHECK(school.on("2026-05-01").key_results.front().expected.value() == 1.0);
}

TEST_CASE("what has to be kept has no way to go where it is well already") {
    School school;
    auto const id =
        school.key_result({.aim = Aim::stay_above, .bound = Bound::exclusive, .baseline = 99.4, .target = 99.0});
    school.say(id, 99.5, "2026-03-01");
    auto const status = school.on("2026-03-02");
    CHECK_FALSE(status.key_results.front().progress);
    CHECK(status.standing == Standing::reached);
    school.say(id, 98.9, "2026-04-01");
    CHECK(school.on("2026-04-02").standing == Standing::behind);
}

TEST_CASE("to come within two limits goes to the nearer of them") {
    School school;
    auto const id = school.key_result({.aim = Aim::within, .baseline = 10.0, .target = 4.0, .upper = 6.0});
    school.say(id, 8.0, "2026-03-01");
    CHECK(school.on("2026-03-02").key_results.front().progress.value() == 0.5);
}

TEST_CASE("a figure from before the goal is not its outcome, and one from after changes nothing of it") {
    School school;
    school.key_result({.measure = "m", .baseline = 70.0, .target = 90.0});
    school.made.figure("m", "skola", 2025, 95.0);
    auto const before = school.on("2026-05-01");
    CHECK(before.standing == Standing::no_figures);
    CHECK_FALSE(before.key_results.front().reading);
    CHECK(before.key_results.front().before.value().value == 95.0);
    school.made.figure("m", "skola", 2026, 80.0);
    school.made.figure("m", "skola", 2027, 95.0);
    auto const after = school.on("2028-05-01");
    CHECK(after.key_results.front().reading.value().value == 80.0);
    CHECK(after.standing == Standing::not_reached);
}

TEST_CASE("a milestone is done or not, whatever figures there are") {
    School school;
    auto const id = school.key_result({.kind = KeyResultKind::milestone, .due = day("2026-06-30")});
    CHECK(school.on("2026-05-01").standing == Standing::on_the_way);
    CHECK(school.on("2026-07-01").key_results.front().standing == Standing::not_reached);
    CHECK(school.on("2026-07-01").standing == Standing::behind); // the goal itself is not over
    school.made.at(id).is_done = true;
    CHECK(school.on("2026-07-01").standing == Standing::reached);
}

TEST_CASE("a milestone that was told as done and then taken back is not reached") {
    School school;
    auto const id = school.key_result({.kind = KeyResultKind::milestone, .is_done = true});
    school.made.check_in(
        {.goal = school.goal, .at = noon("2026-05-01"), .values = {{.key_result = id, .is_done = true}}});
    CHECK(school.on("2026-06-01").standing == Standing::reached);
    school.made.at(id).is_done = false;
    CHECK(school.on("2026-06-01").standing == Standing::on_the_way);
}

TEST_CASE("a ladder tells how far it has come, and the target is what counts") {
    School school;
    auto const id = school.key_result({.kind = KeyResultKind::ordinal, .target = 5.0, .commit = 3.0, .stretch = 8.0});
    auto const at = [&](double value, std::string_view on) {
        school.say(id, value, on);
        return school.on(on).key_results.front();
    };
    CHECK(at(2, "2026-02-01").rung == Rung::none);
    CHECK(at(2, "2026-02-02").standing == Standing::behind);
    CHECK(at(3, "2026-03-01").rung == Rung::commit);
    CHECK(at(3, "2026-03-02").standing == Standing::on_the_way);
    CHECK(at(5, "2026-04-01").rung == Rung::target);
    CHECK(at(5, "2026-04-02").standing == Standing::reached);
    CHECK(at(9, "2026-05-01").rung == Rung::stretch);
}

TEST_CASE("a measure counts against its target, unless a key result speaks of it") {
    School school;
    school.made.at(school.goal).measures = {"m"};
    school.made.target({.measure = "m",
                        .unit = "K",
                        .group = "T",
                        .period = domain::Period::make(domain::Periodicity::year, 2025),
                        .target = 80.0});
    school.made.figure("m", "skola", 2026, 80.0);
    auto const status = school.on("2026-12-30");
    CHECK(status.measures.front().target == 80.0);
    CHECK(status.measures.front().is_counted);
    CHECK(status.counted == 1);
    CHECK(status.standing == Standing::reached);
    school.key_result({.measure = "m", .target = 95.0});
    auto const spoken = school.on("2026-12-30");
    CHECK_FALSE(spoken.measures.front().is_counted);
    CHECK(spoken.counted == 1);
    CHECK(spoken.standing == Standing::behind);
}

TEST_CASE("silence is never green") {
    School school;
    school.made.at(school.goal).rhythm = domain::Rhythm::monthly;
    auto const id = school.key_result({.baseline = 0.0, .target = 100.0});
    school.say(id, 100.0, "2026-03-01");
    CHECK(school.on("2026-04-08").standing == Standing::reached);
    auto const silent = school.on("2026-04-09");
    CHECK(silent.is_stale);
    CHECK(silent.standing == Standing::stale);
    CHECK(silent.key_results.front().standing == Standing::stale);
}

TEST_CASE("what is behind is behind in silence too, and says that it is silent") {
    School school;
    school.made.at(school.goal).rhythm = domain::Rhythm::monthly;
    auto const id = school.key_result({.baseline = 0.0, .target = 100.0});
    school.say(id, 1.0, "2026-03-01");
    auto const silent = school.on("2026-06-01");
    CHECK(silent.standing == Standing::behind);
    CHECK(silent.is_stale);
}

TEST_CASE("a key result that check-ins pass over is stale although the goal is not") {
    School school;
    school.made.at(school.goal).rhythm = domain::Rhythm::monthly;
    auto const told = school.key_result({.baseline = 0.0, .target = 10.0});
    auto const forgotten = school.key_result({.baseline = 0.0, .target = 10.0});
    school.say(forgotten, 10.0, "2026-02-01");
    school.say(told, 10.0, "2026-06-01");
    auto const status = school.on("2026-06-02");
    CHECK_FALSE(status.check_in.is_missed);
    CHECK(status.key_results[0].standing == Standing::reached);
    CHECK(status.key_results[1].standing == Standing::stale);
    CHECK(status.standing == Standing::stale);
}

TEST_CASE("figures that have stopped coming are not believed") {
    School school;
    school.made.at(school.goal).ends = day("2030-12-31");
    school.key_result({.measure = "m", .target = 90.0});
    school.made.figure("m", "skola", 2026, 95.0);
    CHECK(school.on("2028-12-31").standing == Standing::reached);
    CHECK(school.on("2029-01-01").standing == Standing::stale);
}

TEST_CASE("a goal that is not under way has no computed status but its state") {
    using domain::GoalState;
    for (auto const& [state, standing] :
         {std::pair{GoalState::draft, Standing::not_begun}, std::pair{GoalState::proposed, Standing::not_begun},
          std::pair{GoalState::paused, Standing::paused}, std::pair{GoalState::abandoned, Standing::abandoned}}) {
        School school;
        school.made.at(school.goal).state = state;
        school.key_result({.kind = KeyResultKind::milestone, .is_done = true});
        CHECK(school.on("2026-06-01").standing == standing);
    }
}

TEST_CASE("after its last day a goal waits to be closed, and what is not met is not reached") {
    School school;
    auto const id = school.key_result({.baseline = 0.0, .target = 10.0});
    school.say(id, 9.0, "2026-12-20");
    CHECK_FALSE(school.on("2026-12-31").is_to_close);
    auto const over = school.on("2027-01-01");
    CHECK(over.is_to_close);
    CHECK(over.standing == Standing::not_reached);
}

TEST_CASE("withdrawn key results do not count, and the others stand by their position") {
    School school;
    auto const first = school.key_result({.title = "b", .target = 1.0, .position = 2});
    school.key_result({.title = "a", .target = 1.0, .position = 1});
    school.made.at(first).is_withdrawn = true;
    auto const plan = school.made.plan();
    auto const standing = standing_key_results(*plan, school.goal);
    REQUIRE(standing.size() == 1);
    CHECK(standing.front()->title == "a");
}

TEST_CASE("a goal without anything to compute from says so") {
    School const school;
    auto const status = school.on("2026-06-01");
    CHECK(status.standing == Standing::no_figures);
    CHECK(status.counted == 0);
}

} // namespace
} // namespace rodtrad::plan
