#include "lived_goal.hpp"
#include "plan/reminders.hpp"
#include "plan/todo.hpp"
#include "steering/check_ins.hpp"
#include "steering/digests.hpp"
#include "steering/reminders.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rodtrad::steering::test {

namespace {

// The teacher owns the goal, and is to check in on it every month.
struct Owned : LivedGoal {
    Owned() {
        does(controller, [&](Work& work) {
            auto owned = work.must_find<domain::Goal>(goal);
            owned.owner = teacher;
            owned.rhythm = domain::Rhythm::monthly;
            work.put(owned, "goal.edit");
        });
    }
    void head_reminds(base::Instant when = first_day) {
        does(head, [&](Work& work) { remind(work, goal); }, when);
    }
    plan::Todo owed(base::Date day) {
        auto const snapshot = organisation().snapshot();
        auto const todos = plan::todo_of(plan(), snapshot->data, teacher, day);
        return todos.owed.empty() ? plan::Todo{} : todos.owed.front();
    }
};

} // namespace

TEST_CASE("whoever leads reminds the owner of a missed check-in, once for each") {
    Owned lived;
    auto const day = base::day_of(first_day);
    CHECK(!lived.owed(day).reminded_on);
    lived.head_reminds();
    lived.head_reminds();
    REQUIRE(lived.plan().reminders.size() == 1);
    auto const& reminder = *lived.plan().reminders_of(lived.goal).front();
    CHECK(reminder.person == lived.teacher);
    CHECK(reminder.by == lived.head);
    auto const owed = lived.owed(day);
    CHECK(owed.kind == plan::TodoKind::check_in);
    CHECK(owed.by == lived.head);
    CHECK(owed.reminded_on == day);

    lived.does(lived.teacher, [&](Work& work) {
        check_in(work, lived.goal,
                 {.progress = "Det går",
                  .confidence = 3,
                  .obstacle = {},
                  .unblocked_when = {},
                  .next_step = {},
                  .question = {},
                  .answer = {},
                  .values = {}});
    });
    CHECK_THROWS_AS(lived.head_reminds(), Refused);
    auto const later = first_day + std::chrono::hours{24 * 60}; // the next one has been missed too
    CHECK(!lived.owed(base::day_of(later)).reminded_on);
    lived.head_reminds(later);
    CHECK(lived.plan().reminders.size() == 2);
}

TEST_CASE("only who steers the goal reminds, and nobody reminds themselves") {
    Owned lived;
    for (auto const who : {lived.teacher, lived.nurse, lived.reader, lived.politician})
        CHECK_THROWS_AS(lived.does(who, [&](Work& work) { remind(work, lived.goal); }), Forbidden);
    lived.does(lived.controller, [&](Work& work) {
        auto owned = work.must_find<domain::Goal>(lived.goal);
        owned.owner = lived.head;
        work.put(owned, "goal.edit");
    });
    CHECK_THROWS_AS(lived.head_reminds(), Refused);
    CHECK(lived.plan().reminders.size() == 0);
}

TEST_CASE("a reminder is worth a letter, whatever was told before") {
    Owned lived;
    lived.does(lived.teacher, [&](Work& work) {
        auto own = work.must_find<domain::Person>(lived.teacher);
        own.email = "anna@example.se";
        work.put(own, "person.change");
    });
    auto const day = base::day_of(first_day);
    auto const is_told = [&](base::Date on) {
        auto const due = due_digests(lived.organisation(), on);
        return std::ranges::find(due, lived.teacher, &DueDigest::person) != due.end();
    };
    REQUIRE(is_told(day));
    lived.does(lived.teacher, [&](Work& work) { CHECK(begin_digest(work, lived.teacher)); });
    CHECK(!is_told(base::plus_days(day, 1)));
    lived.head_reminds();
    CHECK(is_told(base::plus_days(day, 1)));
}

} // namespace rodtrad::steering::test
