#include "lived_goal.hpp"
#include "steering/comments.hpp"
#include "steering/followings.hpp"
#include "steering/notes.hpp"
#include "steering/organisation.hpp"
#include "steering/proposals.hpp"
#include "store/journal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rodtrad::steering::test {

namespace {

domain::CommentId said(LivedGoal& made, domain::PersonId who, std::string_view text, std::string_view to = {}) {
    domain::CommentId id;
    made.does(who, [&](Work& work) { id = comment(work, {.goal = made.goal}, text, to); });
    return id;
}

domain::ProposalId proposed(LivedGoal& made, domain::PersonId who) {
    domain::ProposalId id;
    made.does(
        who, [&](Work& work) { id = propose(work, made.goal, domain::ProposalKind::behaviour, "Vi ses varje vecka"); });
    return id;
}

} // namespace

TEST_CASE("those whose branch it is may comment, and what they write is kept as they wrote it") {
    LivedGoal made;
    for (auto const who : {made.teacher, made.politician, made.head}) CHECK_NOTHROW(said(made, who, "Bra!"));
    for (auto const who : {made.reader, made.nurse}) CHECK_THROWS_AS(said(made, who, "Nej"), Forbidden);
    std::string const hostile = "<script>alert(1)</script>\n\"' onload=x & javascript:";
    auto const id = said(made, made.teacher, hostile);
    CHECK(made.plan().comments.find(id)->text == hostile);
    CHECK(refused_field([&] { said(made, made.teacher, "  "); }) == "text");
}

TEST_CASE("a name after @ mentions its person; one that several have is told, with their user names") {
    LivedGoal made;
    auto const mentions = [&](std::string_view text, std::string_view to = {}) {
        auto const id = said(made, made.teacher, text, to);
        return made.plan().comments.find(id)->mentions;
    };
    CHECK(mentions("Vad säger du, @bo alm?") == std::vector{made.head});
    CHECK(mentions("@Bo Alm och @anna.ek2: se @Bo Alm") == std::vector{made.head, made.other_anna});
    CHECK(mentions("skriv till bo@alm.se klockan @ 10").empty());
    CHECK(mentions("@Bo, vad säger du?") == std::vector{made.head}); // the only one of that first name
    CHECK(refused_field([&] { said(made, made.teacher, "Hej @Bosse"); }) == "text");
    CHECK(refused_field([&] { said(made, made.teacher, "Hej @Anna"); }) == "text");
    CHECK(mentions("Vad säger du?", "Bo Alm") == std::vector{made.head});
    CHECK(refused_field([&] { said(made, made.teacher, "Hej @Anna Ek"); }) == "text");
    CHECK(refused_field([&] { said(made, made.teacher, "Hej", "Ingen Alls"); }) == "to");
    try {
        said(made, made.teacher, "Hej @Anna Ek");
    } catch (Refused const& refused) {
        CHECK(refused.values().back() == "@anna.ek, @anna.ek2");
    }
}

TEST_CASE("one changes and takes back one's own words and nobody else's") {
    LivedGoal made;
    auto const id = said(made, made.teacher, "Först så");
    CHECK_THROWS_AS(made.does(made.head, [&](Work& work) { rewrite_comment(work, id, 1, "Nej"); }), Forbidden);
    CHECK_THROWS_AS(made.does(made.controller, [&](Work& work) { withdraw_comment(work, id); }), Forbidden);
    made.does(made.teacher, [&](Work& work) { rewrite_comment(work, id, 1, "Sedan så, @Bo Alm"); });
    CHECK(made.plan().comments.find(id)->mentions == std::vector{made.head});
    CHECK_THROWS_AS(made.does(made.teacher, [&](Work& work) { rewrite_comment(work, id, 1, "För sent"); }), Conflict);
    made.does(made.teacher, [&](Work& work) { withdraw_comment(work, id); });
    CHECK(made.plan().comments.find(id)->is_withdrawn);
    CHECK_THROWS_AS(made.does(made.teacher, [&](Work& work) { rewrite_comment(work, id, 3, "Igen"); }), NotFound);
}

TEST_CASE("a comment is about a part of its own goal, or it is about nothing") {
    LivedGoal made;
    auto const about = [&](domain::SubjectKind kind, std::int64_t number) {
        made.does(made.teacher, [&](Work& work) { comment(work, {made.goal, kind, number}, "Hej"); });
    };
    CHECK_THROWS_AS(about(domain::SubjectKind::behaviour, 1), NotFound);
    CHECK_THROWS_AS(about(domain::SubjectKind::check_in, 1), NotFound);
    CHECK_THROWS_AS(about(domain::SubjectKind::goal, 1), NotFound);
    CHECK_NOTHROW(about(domain::SubjectKind::proposal, proposed(made, made.teacher).value()));
}

TEST_CASE("a proposal gets an answer with words, by who steers the goal") {
    LivedGoal made;
    CHECK_THROWS_AS(proposed(made, made.nurse), Forbidden);
    auto const id = proposed(made, made.teacher);
    auto const answer = [&](domain::PersonId who, std::int64_t version, domain::ProposalState state,
                            std::string_view text) {
        made.does(who, [&](Work& work) { answer_proposal(work, id, version, state, text); });
    };
    using enum domain::ProposalState;
    CHECK_THROWS_AS(answer(made.teacher, 1, accepted, "Ja"), Forbidden);
    CHECK(refused_field([&] { answer(made.head, 1, accepted, " "); }) == "answer");
    CHECK(refused_field([&] { answer(made.head, 1, open, "Vet inte"); }) == "state");
    answer(made.head, 1, accepted, "Det gör vi");
    CHECK_THROWS_AS(answer(made.controller, 1, declined, "Nej"), Conflict);
    auto const& proposal = *made.plan().proposals.find(id);
    CHECK(proposal.state == accepted);
    CHECK(proposal.answered_by == made.head);
}

TEST_CASE("a private note is read by its author alone, and the journal says only that it was written") {
    LivedGoal made;
    auto const note = [&](domain::PersonId who, std::string_view text) {
        made.does(who, [&](Work& work) { save_note(work, made.goal, text); });
    };
    note(made.teacher, "Jag undrar över schemat");
    note(made.nurse, "Ser bra ut");
    CHECK_THROWS_AS(note(made.reader, "Nej"), Forbidden);
    CHECK(own_note(made.organisation(), made.goal, made.teacher) == "Jag undrar över schemat");
    CHECK(own_note(made.organisation(), made.goal, made.head).empty());
    note(made.teacher, "");
    CHECK(own_note(made.organisation(), made.goal, made.teacher).empty());

    int told = 0;
    made.organisation().read([&](store::Connection& connection) {
        for (auto const& entry : store::entries_after(connection, 0)) {
            CHECK(entry.after.find("schemat") == std::string::npos);
            CHECK(entry.before.find("schemat") == std::string::npos);
            told += entry.kind == "private_note" ? 1 : 0;
        }
    });
    CHECK(told == 3);
}

TEST_CASE("anyone who takes part somewhere follows any goal, once, and stops when they want") {
    LivedGoal made;
    auto const following = [&] {
        auto const followers = made.plan().followers_of(made.goal);
        return std::ranges::count(followers, false, &domain::Following::is_ended);
    };
    for (int turn = 0; turn < 2; ++turn) made.does(made.nurse, [&](Work& work) { follow(work, made.goal); });
    CHECK(following() == 1);
    made.does(made.nurse, [&](Work& work) { unfollow(work, made.goal); });
    CHECK(following() == 0);
    made.does(made.nurse, [&](Work& work) { follow(work, made.goal); });
    CHECK(made.plan().followers_of(made.goal).size() == 1);
    CHECK_THROWS_AS(made.does(made.reader, [&](Work& work) { follow(work, made.goal); }), Forbidden);
}

} // namespace rodtrad::steering::test
