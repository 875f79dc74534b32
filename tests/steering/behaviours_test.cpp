#include "lived_goal.hpp"
#include "steering/activities.hpp"
#include "steering/behaviours.hpp"
#include "steering/organisation.hpp"

#include <doctest/doctest.h>

namespace rodtrad::steering::test {

namespace {

LeadershipPractice practice_of(domain::Goal const& goal) {
    return {goal.version, goal.raised, goal.followed_up, goal.rewarded, goal.deprioritised};
}

} // namespace

TEST_CASE("who steers a goal says how it is lived: behaviours in order, leadership and what stands back, in one go") {
    LivedGoal made;
    made.does(made.head, [&](Work& work) {
        auto practice = practice_of(work.must_find<domain::Goal>(made.goal));
        practice.deprioritised = "Onsdagens informationsmöte";
        save_behaviours(work, made.goal, practice,
                        {{.text = "Vi tar upp oro samma dag", .place = 2},
                         {.text = "Vi stämmer av varje elev varje vecka", .place = 1},
                         {.text = "   "}});
    });
    auto const standing = made.plan().behaviours_of(made.goal);
    REQUIRE(standing.size() == 2);
    CHECK(standing[1]->text == "Vi tar upp oro samma dag");
    CHECK(standing[0]->text == "Vi stämmer av varje elev varje vecka");
    CHECK(standing[0]->position < standing[1]->position);
    CHECK(made.plan().goals.find(made.goal)->deprioritised == "Onsdagens informationsmöte");
}

TEST_CASE("a member, a reader and a manager of another unit do not change how a goal is lived") {
    LivedGoal made;
    for (auto const who : {made.teacher, made.reader, made.politician, made.nurse})
        CHECK_THROWS_AS(
            made.does(who, [&](Work& work) { save_behaviours(work, made.goal, {1}, {{.text = "Vi ser"}}); }),
            Forbidden);
    CHECK(made.plan().behaviours_of(made.goal).empty());
}

TEST_CASE("two who change the same behaviour: the second is told, and nothing of hers is stored") {
    LivedGoal made;
    made.does(made.head, [&](Work& work) { save_behaviours(work, made.goal, {1}, {{.text = "Vi ser varje elev"}}); });
    auto const behaviour = *made.plan().behaviours_of(made.goal).front();
    auto const change = [&](std::string text) {
        return [&, text](Work& work) {
            save_behaviours(work, made.goal, practice_of(work.must_find<domain::Goal>(made.goal)),
                            {{.id = behaviour.id, .version = behaviour.version, .text = text},
                             {.text = "Något nytt från " + text}});
        };
    };
    made.does(made.head, change("den första"));
    CHECK_THROWS_AS(made.does(made.controller, change("den andra")), Conflict);
    CHECK(made.plan().behaviours_of(made.goal).size() == 2);
    CHECK(made.plan().behaviours.find(behaviour.id)->text == "den första");
}

TEST_CASE("a pulse question without its behaviour is refused beside its row, and a behaviour of another goal is none") {
    LivedGoal made;
    auto const save = [&](BehaviourWish wish) {
        made.does(made.head, [&](Work& work) { save_behaviours(work, made.goal, {1}, {{.text = "Vi ser"}, wish}); });
    };
    CHECK(refused_field([&] { save({.pulse_question = "Gör ni det?"}); }) == "text.1");
    CHECK(refused_field([&] { save({.text = std::string(301, 'a')}); }) == "text.1");
    CHECK_THROWS_AS(save({.id = domain::BehaviourId{99}, .text = "Vi ser"}), NotFound);
    CHECK(made.plan().behaviours_of(made.goal).empty());
}

TEST_CASE("the team decides how: a member adds an activity for a team below the goal, not for a unit beside it") {
    LivedGoal made;
    made.does(made.teacher, [&](Work& work) {
        add_activity(work, made.goal, {.unit = "lag", .title = "Mattestöd\nåk 8", .owner = made.teacher});
    });
    auto const activity = *made.plan().activities_of(made.goal).front();
    CHECK(activity.title == "Mattestöd åk 8");
    CHECK(refused_field([&] {
              made.does(made.controller,
                        [&](Work& work) { add_activity(work, made.goal, {.unit = "hem", .title = "Nej"}); });
          }) == "unit");
    CHECK_THROWS_AS(
        made.does(made.politician, [&](Work& work) { add_activity(work, made.goal, {.unit = "lag", .title = "Nej"}); }),
        Forbidden);

    auto const change = [&](ActivityWish wish, std::int64_t version) {
        made.does(made.teacher, [&](Work& work) { change_activity(work, activity.id, version, wish); });
    };
    ActivityWish wish{.unit = "lag", .title = "Mattestöd", .state = domain::ActivityState::blocked};
    CHECK(refused_field([&] { change(wish, 1); }) == "obstacle");
    wish.obstacle = "Lokalen onsdagar";
    change(wish, 1);
    CHECK(made.plan().activities.find(activity.id)->obstacle == "Lokalen onsdagar");
    CHECK_THROWS_AS(change(wish, 1), Conflict);
    wish.owner = domain::PersonId{99};
    CHECK(refused_field([&] { change(wish, 2); }) == "owner");
}

} // namespace rodtrad::steering::test
