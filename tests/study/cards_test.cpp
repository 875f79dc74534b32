#include "study/board.hpp"
#include "study/cards.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

constexpr double min_effect = 2;
constexpr double reach_without_people = 1.3; // STATISTICS section 3

// A board over two schools, with one measure.
Dataset board_over_schools() {
    test::Board board;
    board.unit("nämnd").unit("skola 1", "nämnd").unit("skola 2", "nämnd");
    board.measure("m", domain::Direction::lower_is_better);
    return board.figure("m", "skola 1", "2024", domain::Measured{1, {}, false}).dataset();
}

Candidate found(Dataset const& data, FindingKind kind, double effect, std::string_view group = "T",
                std::string_view unit = "nämnd") {
    Candidate candidate;
    auto& finding = candidate.finding;
    finding.kind = kind;
    finding.judgement = effect > 0 ? Judgement::worse : Judgement::better;
    finding.certainty = Certainty::confirmed;
    finding.unit = data.find_unit(unit).value();
    finding.group = data.find_group(group).value();
    finding.effect = effect;
    finding.p = finding.q = 0.001;
    finding.min_effect = min_effect;
    return candidate;
}

std::vector<Card> cards(Dataset const& data, std::vector<Candidate> findings) {
    return cards_of(data, MeasureIndex{0}, std::move(findings));
}

TEST_CASE("what calls for action sets how urgent it is, not what is merely shown with it") {
    auto const data = board_over_schools();
    auto const card = cards(data, {found(data, FindingKind::target, 4), found(data, FindingKind::change, 6),
                                   found(data, FindingKind::gap, 18, "K")})
                          .at(0);
    CHECK(card.tier == Tier::act);
    CHECK(card.findings.size() == 3);
    CHECK(card.priority == doctest::Approx(3 * reach_without_people));
}

TEST_CASE("women and men are not told of once more where all deviate as much") {
    auto const data = board_over_schools();
    auto const card = cards(data, {found(data, FindingKind::change, 10), found(data, FindingKind::change, 11.9, "K"),
                                   found(data, FindingKind::change, 8, "M")})
                          .at(0);
    CHECK(card.findings.size() == 1);
    CHECK(card.findings[0].group == data.find_group("T"));
}

TEST_CASE("a group that deviates further than all do, the other way, otherwise or more surely is told of") {
    auto const data = board_over_schools();
    auto const is_told = [&](Candidate const& part, Candidate const& all) {
        return cards(data, {part, all}).at(0).findings.size() == 2;
    };
    auto const all = found(data, FindingKind::change, 10);
    CHECK(is_told(found(data, FindingKind::change, 12, "K"), all));
    CHECK(is_told(found(data, FindingKind::change, -10, "K"), all));
    CHECK(is_told(found(data, FindingKind::comparison, 10, "K"), all));
    auto unsure = all;
    unsure.finding.certainty = Certainty::watch;
    CHECK(is_told(found(data, FindingKind::change, 10, "K"), unsure));
    CHECK_FALSE(is_told(found(data, FindingKind::change, 10, "K"), all));
}

TEST_CASE("a unit that moved with the others is counted once, also where it moved further than they did") {
    auto const data = board_over_schools();
    auto top = found(data, FindingKind::change, 10);
    top.moved_below = 2;
    top.p_children_alike = 0.5;
    auto const list = cards(data, {top, found(data, FindingKind::change, 5, "T", "skola 1")});
    CHECK(list.size() == 1);
    CHECK(list.at(0).folded == 2);
}

TEST_CASE("that a measure leaves its neighbours is not told where its own change says as much") {
    auto const data = board_over_schools();
    auto const is_told = [&](Candidate const& apart, Candidate const& change) {
        return cards(data, {apart, change}).at(0).findings.size() == 2;
    };
    auto const change = found(data, FindingKind::change, 10);
    CHECK_FALSE(is_told(found(data, FindingKind::neighbour, 9), change));
    CHECK_FALSE(is_told(found(data, FindingKind::neighbour, 11.9), change));
    CHECK(is_told(found(data, FindingKind::neighbour, 12), change));
    CHECK(is_told(found(data, FindingKind::neighbour, -10), change));
    auto unsure = change;
    unsure.finding.certainty = Certainty::watch;
    CHECK(is_told(found(data, FindingKind::neighbour, 10), unsure));
}

TEST_CASE("units that leave the same neighbours alike are told of at the unit above, and counted once") {
    auto const data = board_over_schools();
    auto top = found(data, FindingKind::change, 10);
    auto apart = found(data, FindingKind::neighbour, 20);
    top.p_children_alike = apart.p_children_alike = 0.5;
    auto const list = cards(data, {top, apart, found(data, FindingKind::change, 9, "T", "skola 1"),
                                   found(data, FindingKind::neighbour, 21, "T", "skola 1"),
                                   found(data, FindingKind::neighbour, 19, "T", "skola 2")});
    CHECK(list.size() == 1);
    CHECK(list.at(0).findings.size() == 2);
    CHECK(list.at(0).folded == 2);
}

} // namespace
} // namespace rodtrad::study
