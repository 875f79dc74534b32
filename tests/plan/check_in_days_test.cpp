#include "plan/check_in_days.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rodtrad::plan {
namespace {

using domain::Rhythm;
using domain::StepKind;

base::Date day(std::string_view text) { return base::to_date(text).value(); }
base::Instant noon(std::string_view text) { return base::to_instant(std::string{text} + "T10:00:00Z"); }

struct Followed {
    domain::Goal goal{.begins = day("2026-01-01"),
                      .ends = day("2026-12-31"),
                      .rhythm = Rhythm::fortnightly,
                      .state = domain::GoalState::active};
    std::vector<domain::CheckIn> check_ins{};
    std::vector<domain::GoalStep> steps{};

    CheckInDay on(std::string_view today) const {
        std::vector<domain::CheckIn const*> told;
        for (auto const& check_in : check_ins) told.push_back(&check_in);
        std::vector<domain::GoalStep const*> taken;
        for (auto const& step : steps) taken.push_back(&step);
        return check_in_day(goal, told, taken, day(today));
    }
};

TEST_CASE("the first check-in is due one step of the rhythm after the goal began") {
    Followed const followed;
    auto const due = followed.on("2026-01-10");
    CHECK(due.due == day("2026-01-15"));
    CHECK_FALSE(due.latest);
    CHECK_FALSE(due.is_missed);
    CHECK(due.days_late == 0);
}

TEST_CASE("a check-in moves the next day, and a late one is late before it is missed") {
    Followed followed;
    followed.check_ins.push_back({.at = noon("2026-03-02")});
    CHECK(followed.on("2026-03-16").days_late == 0);
    auto const late = followed.on("2026-03-19");
    CHECK(late.due == day("2026-03-16"));
    CHECK(late.days_late == 3);
    CHECK(late.grace_until == day("2026-03-19"));
    CHECK_FALSE(late.is_missed);
    CHECK(followed.on("2026-03-20").is_missed);
}

TEST_CASE("each rhythm has its step and its grace") {
    CHECK(next_day(Rhythm::weekly, day("2026-03-30")) == day("2026-04-06"));
    CHECK(next_day(Rhythm::monthly, day("2026-01-31")) == day("2026-03-02"));
    CHECK(next_day(Rhythm::monthly, day("2027-12-15")) == day("2028-01-17"));
    CHECK(next_day(Rhythm::quarterly, day("2026-11-30")) == day("2027-03-01"));
    CHECK(next_day(Rhythm::none, day("2026-03-30")) == day("2026-03-30"));
    CHECK(days_of_grace(Rhythm::weekly) == 2);
    CHECK(days_of_grace(Rhythm::quarterly) == 14);
}

TEST_CASE("nobody waits for check-ins on a goal that has no rhythm, is paused, over, or not begun") {
    for (auto const state : {domain::GoalState::draft, domain::GoalState::proposed, domain::GoalState::paused,
                             domain::GoalState::abandoned, domain::GoalState::closed}) {
        Followed followed;
        followed.goal.state = state;
        CHECK_FALSE(followed.on("2026-06-01").due);
    }
    Followed without;
    without.goal.rhythm = Rhythm::none;
    CHECK_FALSE(without.on("2026-06-01").is_missed);
}

TEST_CASE("a goal that is resumed is not late at once") {
    Followed followed;
    followed.check_ins.push_back({.at = noon("2026-02-02")});
    followed.steps.push_back({.kind = StepKind::resumed, .at = noon("2026-06-01")});
    CHECK(followed.on("2026-06-02").due == day("2026-06-15"));
}

TEST_CASE("a goal adopted after its first day is followed from when it was adopted") {
    Followed followed;
    followed.goal.state = domain::GoalState::adopted;
    followed.steps.push_back({.kind = StepKind::adopted, .at = noon("2026-05-04")});
    CHECK(followed.on("2026-05-05").due == day("2026-05-18"));
}

TEST_CASE("after the last step that fits there is only the closing") {
    Followed followed;
    followed.check_ins.push_back({.at = noon("2026-12-20")});
    CHECK_FALSE(followed.on("2027-01-10").due);
    CHECK(followed.on("2027-01-10").latest == day("2026-12-20"));
}

} // namespace
} // namespace rodtrad::plan
