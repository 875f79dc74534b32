#include "plan/school.hpp"
#include "plan/todo.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace rodtrad::plan {

namespace {

using namespace test;

Todo const* find(std::vector<Todo> const& todos, TodoKind kind) {
    auto const found = std::ranges::find(todos, kind, &Todo::kind);
    return found == todos.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a check-in is owed from a few days before it is due, and until it is done") {
    School school;
    CHECK(school.of(rektor, "2026-10-08").size() == 0);
    CHECK(school.of(rektor, "2026-10-08").next_check_in == day("2026-10-12"));

    auto const soon = school.of(rektor, "2026-10-09");
    REQUIRE(soon.owed.size() == 1);
    CHECK(soon.owed.front() == Todo{.kind = TodoKind::check_in, .goal = goal, .day = day("2026-10-12"), .days = -3});
    CHECK(!soon.next_check_in);

    auto const late = school.of(rektor, "2026-10-14");
    REQUIRE(late.owed.size() == 1);
    CHECK(late.owed.front().days == 2);

    school.check_in(1, "2026-10-14");
    auto const done = school.of(rektor, "2026-10-14");
    CHECK(done.owed.empty());
    CHECK(done.next_check_in == day("2026-10-21"));
}

TEST_CASE("a check-in is owed by the owner alone where a unit carries the goal") {
    School school;
    school.tables.memberships.put({.id = domain::MembershipId{9}, .person = colleague, .unit = "skola"});
    CHECK(school.of(rektor, "2026-10-12").owed.size() == 1);
    CHECK(school.of(colleague, "2026-10-12").owed.empty());
}

TEST_CASE("a goal of a team is checked in on by any of the team, and by none who may not") {
    School school;
    auto of_team = school.standing();
    of_team.units = {"lag"};
    of_team.owner = teacher;
    school.put_goal(of_team);
    CHECK(find(school.of(teacher, "2026-10-12").owed, TodoKind::check_in));
    CHECK(find(school.of(colleague, "2026-10-12").owed, TodoKind::check_in));
    CHECK(school.of(rektor, "2026-10-12").owed.empty());

    school.tables.grants.put(
        {.id = domain::GrantId{colleague.value()}, .person = colleague, .role = Role::reader, .unit = "lag"});
    CHECK(school.of(colleague, "2026-10-12").owed.empty());
}

TEST_CASE("where the owner has left, those who belong to the unit owe the check-in") {
    School school;
    auto owner = *school.tables.people.find(rektor);
    owner.is_active = false;
    school.tables.people.put(owner);
    school.tables.memberships.put({.id = domain::MembershipId{9}, .person = chef, .unit = "skola"});
    CHECK(school.of(rektor, "2026-10-12").size() == 0);
    CHECK(find(school.of(chef, "2026-10-12").owed, TodoKind::check_in));
}

TEST_CASE("an owner who may not check in is not asked to: those who belong to the unit are") {
    School school;
    auto elsewhere = school.standing();
    elsewhere.owner = colleague; // of the team below, which is not the goal's
    school.put_goal(elsewhere);
    CHECK(school.of(colleague, "2026-10-12").owed.empty());
    CHECK(find(school.of(rektor, "2026-10-12").owed, TodoKind::check_in));
}

TEST_CASE("who belongs to a team under two titles owes its check-in once") {
    School school;
    auto of_team = school.standing();
    of_team.units = {"lag"};
    school.put_goal(of_team);
    school.tables.memberships.put(
        {.id = domain::MembershipId{9}, .person = teacher, .unit = "lag", .title = "Arbetslagsledare"});
    CHECK(school.of(teacher, "2026-10-12").owed.size() == 1);
}

TEST_CASE("when the grace is over a missed check-in is told one level up, and to nobody beside") {
    School school;
    CHECK(!find(school.of(chef, "2026-10-14").waiting, TodoKind::missed_check_in));
    auto const missed = school.of(chef, "2026-10-15");
    auto const* told = find(missed.waiting, TodoKind::missed_check_in);
    REQUIRE(told);
    CHECK(told->by == rektor);
    CHECK(told->days == 3);
    CHECK(school.of(rektor, "2026-10-15").waiting.empty());
    CHECK(school.of(teacher, "2026-10-15").waiting.empty());

    school.check_in(1, "2026-10-15");
    CHECK(!find(school.of(chef, "2026-10-15").waiting, TodoKind::missed_check_in));
}

TEST_CASE("the latest check-in waits to be acknowledged by whoever leads above the one who wrote it") {
    School school;
    school.check_in(1, "2026-10-12");
    school.check_in(2, "2026-10-19", teacher);
    CHECK(!find(school.of(chef, "2026-10-20").waiting, TodoKind::acknowledge));
    auto const waits = school.of(rektor, "2026-10-20");
    REQUIRE(find(waits.waiting, TodoKind::acknowledge));
    CHECK(find(waits.waiting, TodoKind::acknowledge)->subject == 2);

    auto acknowledged = *school.tables.check_ins.find(domain::CheckInId{2});
    acknowledged.acknowledged_by = rektor;
    acknowledged.acknowledged_at = at("2026-10-20");
    school.tables.check_ins.put(acknowledged);
    CHECK(school.of(rektor, "2026-10-20").waiting.empty());

    school.check_in(3, "2026-10-26"); // the head teacher's own: the manager above sees it
    CHECK(school.of(rektor, "2026-10-26").waiting.empty());
    CHECK(find(school.of(chef, "2026-10-26").waiting, TodoKind::acknowledge));
}

TEST_CASE("a proposed goal waits for a decision by somebody else than who proposed it") {
    School school;
    auto proposed = school.standing();
    proposed.state = domain::GoalState::proposed;
    proposed.proposed_by = teacher;
    school.put_goal(proposed);
    school.tables.steps.put(
        {.id = domain::GoalStepId{1}, .goal = goal, .kind = domain::StepKind::proposed, .at = at("2026-10-06")});
    auto const todos = school.of(rektor, "2026-10-08");
    REQUIRE(find(todos.waiting, TodoKind::decide));
    CHECK(find(todos.waiting, TodoKind::decide)->days == 2);
    CHECK(school.of(chef, "2026-10-08").waiting.empty());

    proposed.proposed_by = rektor;
    school.put_goal(proposed);
    CHECK(school.of(rektor, "2026-10-08").waiting.empty());
    CHECK(find(school.of(chef, "2026-10-08").waiting, TodoKind::decide));

    proposed.state = domain::GoalState::adopted;
    school.put_goal(proposed);
    CHECK(school.of(chef, "2026-10-08").waiting.empty());
}

TEST_CASE("a proposal waits for its answer, and the answer for who proposed until that one has read it") {
    School school;
    domain::Proposal proposal{.id = domain::ProposalId{7}, .goal = goal, .by = teacher, .at = at("2026-10-06")};
    school.tables.proposals.put(proposal);
    CHECK(find(school.of(rektor, "2026-10-07").waiting, TodoKind::answer_proposal));
    CHECK(school.of(teacher, "2026-10-07").waiting.empty());

    proposal.state = domain::ProposalState::accepted;
    proposal.answer = "Ja, från måndag.";
    proposal.answered_by = rektor;
    proposal.answered_at = at("2026-10-08");
    school.tables.proposals.put(proposal);
    CHECK(school.of(rektor, "2026-10-08").waiting.empty());
    CHECK(find(school.of(teacher, "2026-10-08").waiting, TodoKind::read_answer));

    school.tables.seen.put({.id = domain::SeenId{1},
                            .person = teacher,
                            .kind = domain::SeenKind::answer,
                            .subject = 7,
                            .at = at("2026-10-08")});
    CHECK(school.of(teacher, "2026-10-08").waiting.empty());
}

TEST_CASE("a comment waits for the goal's owner and a mention for whoever it names, until they have said something") {
    School school;
    domain::Comment comment{.id = domain::CommentId{1},
                            .goal = goal,
                            .by = teacher,
                            .at = at("2026-10-06"),
                            .text = "Hur gör vi med läxhjälpen, @chef?",
                            .mentions = {chef}};
    school.tables.comments.put(comment);
    CHECK(find(school.of(rektor, "2026-10-06").waiting, TodoKind::comment));
    CHECK(find(school.of(chef, "2026-10-06").waiting, TodoKind::mention));
    CHECK(school.of(teacher, "2026-10-06").waiting.empty());

    SUBCASE("by an answer") {
        school.tables.comments.put({.id = domain::CommentId{2}, .goal = goal, .by = chef, .at = at("2026-10-07")});
        CHECK(school.of(chef, "2026-10-07").waiting.empty());
        CHECK(school.of(rektor, "2026-10-07").waiting.size() == 2); // now two have written on the goal
    }
    SUBCASE("or by saying that it needs no more") {
        school.tables.seen.put(
            {.id = domain::SeenId{1}, .person = chef, .kind = domain::SeenKind::comment, .subject = 1});
        CHECK(school.of(chef, "2026-10-07").waiting.empty());
        CHECK(school.of(rektor, "2026-10-07").waiting.size() == 1);
    }
    SUBCASE("or when it is taken back") {
        comment.is_withdrawn = true;
        school.tables.comments.put(comment);
        CHECK(school.of(chef, "2026-10-07").waiting.empty());
        CHECK(school.of(rektor, "2026-10-07").waiting.empty());
    }
    SUBCASE("and the mention also when the goal is over, but not the comment") {
        auto closed = school.standing();
        closed.state = domain::GoalState::closed;
        school.put_goal(closed);
        CHECK(school.of(chef, "2026-10-07").waiting.size() == 1);
        CHECK(school.of(rektor, "2026-10-07").waiting.empty());
    }
}

TEST_CASE("a comment on a check-in waits for who wrote it, and is handled by acknowledging the check-in after it") {
    School school;
    school.check_in(1, "2026-10-12", teacher);
    school.tables.comments.put({.id = domain::CommentId{1},
                                .goal = goal,
                                .about = domain::SubjectKind::check_in,
                                .subject = 1,
                                .by = colleague,
                                .at = at("2026-10-12"),
                                .mentions = {rektor}});
    CHECK(find(school.of(teacher, "2026-10-12").waiting, TodoKind::comment));
    CHECK(find(school.of(rektor, "2026-10-12").waiting, TodoKind::mention));
    CHECK(!find(school.of(rektor, "2026-10-12").waiting, TodoKind::comment)); // not told twice

    auto acknowledged = *school.tables.check_ins.find(domain::CheckInId{1});
    acknowledged.acknowledged_by = rektor;
    acknowledged.acknowledged_at = at("2026-10-13");
    school.tables.check_ins.put(acknowledged);
    CHECK(school.of(rektor, "2026-10-13").waiting.empty());
}

TEST_CASE("a goal whose last day has come is closed by its owner, or by who leads the unit where the owner may not") {
    School school;
    auto ended = school.standing();
    ended.rhythm = domain::Rhythm::none;
    school.put_goal(ended);
    CHECK(school.of(rektor, "2026-12-27").owed.empty());
    auto const waits = school.of(rektor, "2027-01-03");
    REQUIRE(find(waits.owed, TodoKind::close));
    CHECK(find(waits.owed, TodoKind::close)->days == 3);
    CHECK(school.of(chef, "2027-01-03").owed.empty());

    ended.owner = teacher; // a member checks in, and does not steer
    school.put_goal(ended);
    CHECK(!find(school.of(teacher, "2027-01-03").owed, TodoKind::close));
    CHECK(find(school.of(rektor, "2027-01-03").owed, TodoKind::close));

    ended.state = domain::GoalState::closed;
    school.put_goal(ended);
    CHECK(school.of(rektor, "2027-01-03").owed.empty());
}

TEST_CASE("a draft is to be put forward when its first day comes") {
    School school;
    auto draft = school.standing();
    draft.state = domain::GoalState::draft;
    school.put_goal(draft);
    CHECK(school.of(rektor, "2026-10-01").owed.empty());
    CHECK(find(school.of(rektor, "2026-10-05").owed, TodoKind::put_forward));
}

TEST_CASE("an activity is owed by its owner until it is done or dropped, or its goal is over") {
    School school;
    domain::Activity activity{.id = domain::ActivityId{5},
                              .goal = goal,
                              .unit = "lag",
                              .title = "Boka mattestödet",
                              .owner = teacher,
                              .due = day("2026-10-10")};
    school.tables.activities.put(activity);
    REQUIRE(school.of(teacher, "2026-10-08").owed.size() == 1);
    CHECK(school.of(teacher, "2026-10-08").owed.front().subject == 5);
    CHECK(school.of(colleague, "2026-10-08").owed.empty());

    for (auto const over : {domain::ActivityState::done, domain::ActivityState::dropped}) {
        activity.state = over;
        school.tables.activities.put(activity);
        CHECK(school.of(teacher, "2026-10-08").owed.empty());
    }
    activity.state = domain::ActivityState::blocked;
    school.tables.activities.put(activity);
    CHECK(school.of(teacher, "2026-10-08").owed.size() == 1);
    auto closed = school.standing();
    closed.state = domain::GoalState::abandoned;
    school.put_goal(closed);
    CHECK(school.of(teacher, "2026-10-08").owed.empty());
}

TEST_CASE("the latest of what is owed comes first, and of what waits those who cannot go on") {
    School school;
    school.tables.activities.put({.id = domain::ActivityId{1},
                                  .goal = goal,
                                  .unit = "skola",
                                  .title = "A",
                                  .owner = rektor,
                                  .due = day("2026-10-11")});
    school.check_in(1, "2026-10-05", teacher);
    school.tables.proposals.put({.id = domain::ProposalId{1}, .goal = goal, .by = teacher, .at = at("2026-10-09")});
    auto const todos = school.of(rektor, "2026-10-12");
    REQUIRE(todos.owed.size() == 2);
    CHECK(todos.owed[0].kind == TodoKind::activity);
    CHECK(todos.owed[1].kind == TodoKind::check_in);
    REQUIRE(todos.waiting.size() == 2);
    CHECK(todos.waiting[0].kind == TodoKind::answer_proposal);
    CHECK(todos.waiting[1].kind == TodoKind::acknowledge);
}

TEST_CASE("where nobody manages a unit or what is above it, its controllers see to what waits, then administrators") {
    School school;
    school.tables.proposals.put({.id = domain::ProposalId{1}, .goal = goal, .by = teacher, .at = at("2026-10-06")});
    for (auto const id : {rektor, chef}) {
        auto grant = *school.tables.grants.find(domain::GrantId{id.value()});
        grant.valid_to = day("2026-09-30");
        school.tables.grants.put(grant);
    }
    CHECK(school.of(rektor, "2026-10-07").waiting.empty());
    school.person(domain::PersonId{5}, Role::administrator, "");
    CHECK(school.of(domain::PersonId{5}, "2026-10-07").waiting.size() == 1);
    school.person(domain::PersonId{6}, Role::controller, "");
    CHECK(school.of(domain::PersonId{6}, "2026-10-07").waiting.size() == 1);
    CHECK(school.of(domain::PersonId{5}, "2026-10-07").waiting.empty());
}

TEST_CASE("nothing waits for someone who is not there") {
    School const school;
    CHECK(school.of(domain::PersonId{99}, "2026-10-15").size() == 0);
}

TEST_CASE("a calendar shows what is late on the day it was due, and what comes until a day") {
    School school;
    Plan const plan{school.tables, 1};
    auto const owed = owed_until(plan, school.data, rektor, day("2026-10-15"), day("2027-01-31"));
    REQUIRE(owed.size() == 2);
    CHECK(owed[0].day == day("2026-10-12"));
    CHECK(owed[1].kind == TodoKind::close);
    CHECK(owed[1].day == day("2026-12-31"));
}

} // namespace rodtrad::plan
