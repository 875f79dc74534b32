#include "study/board.hpp"
#include "study/states.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rodtrad;
using namespace rodtrad::study;

namespace {

base::Instant const march = base::to_instant("2026-03-31T12:00:00Z");
base::Instant const april = base::to_instant("2026-04-30T12:00:00Z");
base::Instant const may = base::to_instant("2026-05-31T12:00:00Z");

Dataset two_schools() {
    test::Board board;
    board.unit("N").unit("S");
    board.measure("BEH");
    board.series("BEH", "N", "2020", {80, 81}).series("BEH", "S", "2020", {70, 71});
    return board.dataset();
}

// A list with one card: a finding of a school with this q.
class List {
public:
    List& with(std::string_view unit, double q, FindingKind kind = FindingKind::change,
               Judgement judgement = Judgement::worse) {
        Finding finding{
            .kind = kind, .judgement = judgement, .measure = {}, .unit = *m_data.find_unit(unit), .group = {}};
        finding.value = 50;
        finding.reference = 80;
        finding.effect = -30;
        finding.q = q;
        finding.certainty = q <= 0.05 ? Certainty::confirmed : Certainty::watch;
        if (finding.certainty == Certainty::confirmed) {
            Card card{.measure = {}, .unit = finding.unit, .findings = {finding}};
            m_list.cards.push_back(card);
        } else {
            m_list.nearly.push_back(finding);
        }
        return *this;
    }
    States states(domain::Published const& published) const { return states_of(m_list, m_data, published); }
    // What stands published when this list is published after `published`.
    domain::Published publish(domain::Published published, base::Instant made) const {
        auto next = to_publication(m_list, m_data, published, "name", made);
        if (published.latest)
            std::ranges::copy_if(published.latest->findings, std::back_inserter(published.solved_before),
                                 &domain::PublishedFinding::is_solved);
        published.latest = std::move(next);
        return published;
    }

private:
    Dataset m_data = two_schools();
    FollowUp m_list;
};

} // namespace

TEST_CASE("before anything is published nothing is new, and afterwards what was published remains") {
    auto const list = List{}.with("N", 0.01);
    CHECK(list.states({}).of_cards == std::vector<std::optional<State>>{std::nullopt});
    auto const published = list.publish({}, march);
    CHECK(published.latest->made == march);
    REQUIRE(published.latest->findings.size() == 1);
    CHECK(published.latest->findings[0].unit == "N");
    CHECK(published.latest->findings[0].kind == "change");
    CHECK(published.latest->findings[0].first_seen == march);
    auto const later = List{}.with("N", 0.02).with("S", 0.01);
    CHECK(later.states(published).of_cards == std::vector<std::optional<State>>{State::remains, State::appeared});
}

TEST_CASE("another kind of finding, or the other way, is another finding") {
    auto const published = List{}.with("N", 0.01).publish({}, march);
    for (auto const& other : {List{}.with("N", 0.01, FindingKind::comparison),
                              List{}.with("N", 0.01, FindingKind::change, Judgement::better)}) {
        auto const states = other.states(published);
        CHECK(states.of_cards == std::vector<std::optional<State>>{State::appeared});
        CHECK(states.kept.size() == 1);
    }
}

TEST_CASE("what was confirmed stays on the list while q is at most 0.10, however many publications come") {
    auto published = List{}.with("N", 0.01).publish({}, march);
    auto const trembling = List{}.with("N", 0.10);
    for (auto const made : {april, may}) {
        auto const states = trembling.states(published);
        REQUIRE(states.kept.size() == 1);
        CHECK(states.kept[0].q == 0.10);
        CHECK(states.kept[0].published.value == 50);
        CHECK(states.solved.empty());
        published = trembling.publish(published, made);
        CHECK(published.latest->findings[0].publications_above == 0);
        CHECK(published.latest->findings[0].first_seen == march);
    }
}

TEST_CASE("what is above 0.10 in two publications in a row is solved; once alone is not enough") {
    auto const quiet = List{}.with("N", 0.11);
    auto published = List{}.with("N", 0.01).publish({}, march);
    CHECK(quiet.states(published).kept.size() == 1);
    published = quiet.publish(published, april);
    CHECK(published.latest->findings[0].publications_above == 1);
    CHECK_FALSE(published.latest->findings[0].is_solved);

    SUBCASE("a second time in a row: it leaves, and it is told what it was") {
        auto const states = quiet.states(published);
        CHECK(states.kept.empty());
        REQUIRE(states.solved.size() == 1);
        CHECK(states.solved[0].value == 50);
        published = quiet.publish(published, may);
        CHECK(published.latest->findings[0].is_solved);
        CHECK(quiet.states(published) == List{}.states(published)); // nothing more to say of it
        SUBCASE("until it is back, and then it has been seen since then") {
            auto const back = List{}.with("N", 0.01);
            CHECK(back.states(published).of_cards == std::vector<std::optional<State>>{State::returned});
            published = back.publish(published, may);
            CHECK(published.latest->findings[0].first_seen == may);
            CHECK(back.states(published).of_cards == std::vector<std::optional<State>>{State::remains});
        }
        SUBCASE("also where other publications lie between") {
            published = List{}.with("S", 0.01).publish(published, may);
            published = List{}.with("S", 0.01).publish(published, may);
            CHECK(List{}.with("N", 0.01).states(published).of_cards ==
                  std::vector<std::optional<State>>{State::returned});
        }
    }
    SUBCASE("below it in between: the count begins anew") {
        published = List{}.with("N", 0.09).publish(published, may);
        CHECK(published.latest->findings[0].publications_above == 0);
        CHECK(quiet.states(published).solved.empty());
    }
    SUBCASE("a test that is no longer made counts as quiet") { CHECK(List{}.states(published).solved.size() == 1); }
}
