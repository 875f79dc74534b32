// Who is to have a letter on which day: something has fallen due or begun to wait, and at most one a day.

#include "lived_goal.hpp"
#include "steering/check_ins.hpp"
#include "steering/comments.hpp"
#include "steering/digests.hpp"
#include "steering/proposals.hpp"
#include "steering/seen.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>

namespace rodtrad::steering::test {

namespace {

base::Date day(int number) { return std::chrono::year{2026} / std::chrono::October / number; }
base::Instant morning(base::Date date) { return std::chrono::sys_days{date} + std::chrono::hours{5}; }

// The school, where a goal of the teacher's is to be checked in on each week, on Mondays from the 5th on.
struct Weekly : LivedGoal {
    using People = std::vector<domain::PersonId>;

    Weekly() {
        organisation().carry_out(at_first_day, [this](Work& work) {
            for (auto const id : {head, teacher, nurse, reader, politician, controller}) {
                auto person = work.must_find<domain::Person>(id);
                person.email = person.user_name + "@example.se";
                work.put(person, "person.change");
            }
            auto weekly = work.must_find<domain::Goal>(goal);
            weekly.owner = teacher;
            weekly.rhythm = domain::Rhythm::weekly;
            weekly.begins = base::Date{std::chrono::year{2026} / std::chrono::September / 28};
            work.put(weekly, "goal.test");
        });
    }
    People due_on(base::Date date) {
        People people;
        for (auto const& digest : due_digests(organisation(), date)) people.push_back(digest.person);
        return people;
    }
    // Everyone who is to have a letter has it.
    People sent_on(base::Date date) {
        auto people = due_on(date);
        organisation().carry_out(by_command_line("a test", morning(date)), [&](Work& work) {
            for (auto const person : people) CHECK(begin_digest(work, person));
        });
        return people;
    }
    void change(domain::PersonId id, std::function<void(domain::Person&)> const& alter) {
        organisation().carry_out(at_first_day, [&](Work& work) {
            auto person = work.must_find<domain::Person>(id);
            alter(person);
            work.put(person, "person.change");
        });
    }
};

} // namespace

TEST_CASE("a check-in is worth a letter to its owner on the day it is due, and to who leads once the grace is over") {
    Weekly school;
    CHECK(school.sent_on(day(2)).empty()); // it is on the list already, and not due
    CHECK(school.sent_on(day(4)).empty());
    CHECK(school.sent_on(day(5)) == Weekly::People{school.teacher});
    CHECK(school.sent_on(day(6)).empty()); // still the same
    CHECK(school.sent_on(day(7)).empty()); // the last day of grace
    CHECK(school.sent_on(day(8)) == Weekly::People{school.head});
    CHECK(school.sent_on(day(9)).empty());
    CHECK(school.sent_on(day(12)) == Weekly::People{school.teacher}); // told again after a week
    CHECK(school.sent_on(day(15)) == Weekly::People{school.head});
}

TEST_CASE(
    "whoever has checked in is left in peace, and who leads is told the next day that there is something to read") {
    Weekly school;
    CHECK(school.sent_on(day(5)) == Weekly::People{school.teacher});
    school.does(
        school.teacher, [&](Work& work) { check_in(work, school.goal, {.progress = "Igång", .confidence = 4}); },
        morning(day(5)));
    CHECK(school.sent_on(day(6)) == Weekly::People{school.head});
    CHECK(school.sent_on(day(7)).empty());
    CHECK(school.sent_on(day(8)).empty());                            // nothing was missed
    CHECK(school.sent_on(day(12)) == Weekly::People{school.teacher}); // the next one is due
    CHECK(school.sent_on(day(13)) == Weekly::People{school.head});    // still unread after a week
}

TEST_CASE("nobody has two letters on a day; one that did not leave is tried again") {
    Weekly school;
    auto const at = by_command_line("a test", morning(day(5)));
    auto const begun = [&] {
        bool is_first = false;
        school.organisation().carry_out(at, [&](Work& work) { is_first = begin_digest(work, school.teacher); });
        return is_first;
    };
    CHECK(begun());
    CHECK_FALSE(begun());
    CHECK(school.due_on(day(5)).empty());
    school.organisation().carry_out(at, [&](Work& work) { take_back_digest(work, school.teacher); });
    CHECK(school.due_on(day(6)) == Weekly::People{school.teacher});
    CHECK(begun());
}

TEST_CASE("a mention is worth a letter, and needs none once it is answered or ticked off") {
    Weekly school;
    domain::CommentId said;
    school.does(school.head,
                [&](Work& work) { said = comment(work, {.goal = school.goal}, "@anna.ek, hur går det?"); });
    CHECK(school.due_on(day(1)) == Weekly::People{school.teacher});
    school.does(school.teacher, [&](Work& work) { mark_seen(work, domain::SeenKind::comment, said.value()); });
    CHECK(school.due_on(day(1)).empty());
    school.does(school.head, [&](Work& work) { comment(work, {.goal = school.goal}, "@anna.ek igen"); });
    school.does(school.teacher, [&](Work& work) { comment(work, {.goal = school.goal}, "Bra"); });
    CHECK(school.due_on(day(1)).empty());
}

TEST_CASE("no letter goes to who has no address, wants none, or is no longer there") {
    for (auto const& alter : std::initializer_list<std::function<void(domain::Person&)>>{
             [](domain::Person& person) { person.email.clear(); },
             [](domain::Person& person) { person.wants_digest = false; },
             [](domain::Person& person) { person.is_active = false; }}) {
        Weekly school;
        school.change(school.teacher, alter);
        auto const people = school.due_on(day(5));
        CHECK(std::ranges::find(people, school.teacher) == people.end());
    }
}

} // namespace rodtrad::steering::test
