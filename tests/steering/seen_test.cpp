// What a person says needs no more.

#include "lived_goal.hpp"
#include "plan/todo.hpp"
#include "steering/comments.hpp"
#include "steering/proposals.hpp"
#include "steering/seen.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rodtrad::steering::test {

namespace {

struct Waiting : LivedGoal {
    std::ptrdiff_t waits(domain::PersonId who, plan::TodoKind kind) {
        auto const snapshot = organisation().snapshot();
        auto const todos = plan::todo_of(plan(), snapshot->data, who, base::day_of(first_day));
        return std::ranges::count(todos.waiting, kind, &plan::Todo::kind);
    }
    void sees(domain::PersonId who, domain::SeenKind kind, std::int64_t subject, base::Instant when = first_day) {
        does(who, [&](Work& work) { mark_seen(work, kind, subject); }, when);
    }
    void answers(domain::ProposalId proposal, domain::ProposalState state, base::Instant when) {
        auto const version = plan().proposals.find(proposal)->version;
        does(head, [&](Work& work) { answer_proposal(work, proposal, version, state, "Därför"); }, when);
    }
};

} // namespace

TEST_CASE("a comment that was ticked off waits no more: for the one who did it, and once") {
    Waiting school;
    domain::CommentId said;
    school.does(school.head, [&](Work& work) { said = comment(work, {.goal = school.goal}, "@anna.ek @kim: läs"); });
    CHECK(school.waits(school.teacher, plan::TodoKind::mention) == 1);
    CHECK(school.waits(school.controller, plan::TodoKind::mention) == 1);
    school.sees(school.teacher, domain::SeenKind::comment, said.value());
    school.sees(school.teacher, domain::SeenKind::comment, said.value(), second_day);
    CHECK(school.waits(school.teacher, plan::TodoKind::mention) == 0);
    CHECK(school.waits(school.controller, plan::TodoKind::mention) == 1);
    REQUIRE(school.plan().seen_by(school.teacher).size() == 1);
    CHECK(school.plan().seen_by(school.teacher).front()->at == first_day);
}

TEST_CASE("an answer that was read waits no more, until another is given") {
    Waiting school;
    domain::ProposalId proposal;
    school.does(school.teacher, [&](Work& work) {
        proposal = propose(work, school.goal, domain::ProposalKind::behaviour, "Vi ringer hem samma dag");
    });
    school.answers(proposal, domain::ProposalState::declined, first_day);
    CHECK(school.waits(school.teacher, plan::TodoKind::read_answer) == 1);
    school.sees(school.teacher, domain::SeenKind::answer, proposal.value());
    CHECK(school.waits(school.teacher, plan::TodoKind::read_answer) == 0);

    school.answers(proposal, domain::ProposalState::accepted, second_day);
    CHECK(school.waits(school.teacher, plan::TodoKind::read_answer) == 1);
    school.sees(school.teacher, domain::SeenKind::answer, proposal.value(), second_day);
    CHECK(school.waits(school.teacher, plan::TodoKind::read_answer) == 0);
    CHECK(school.plan().seen_by(school.teacher).size() == 1);
}

TEST_CASE("nobody ticks off what is not there, another's answer, or anything at all as a reader") {
    Waiting school;
    domain::ProposalId proposal;
    domain::CommentId said;
    school.does(school.teacher, [&](Work& work) {
        proposal = propose(work, school.goal, domain::ProposalKind::other, "Vi provar");
        said = comment(work, {.goal = school.goal}, "Hej");
    });
    school.answers(proposal, domain::ProposalState::accepted, first_day);
    CHECK_THROWS_AS(school.sees(school.head, domain::SeenKind::answer, proposal.value()), NotFound);
    CHECK_THROWS_AS(school.sees(school.head, domain::SeenKind::comment, 4711), NotFound);
    CHECK_THROWS_AS(school.sees(school.reader, domain::SeenKind::comment, said.value()), Forbidden);
}

} // namespace rodtrad::steering::test
