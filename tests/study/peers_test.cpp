#include "study/board.hpp"
#include "study/peers.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using test::Board;

Board four_units() {
    Board board;
    return board.unit("a").unit("b").unit("c").unit("d");
}

std::string group_of(Dataset const& data, std::string_view unit, std::string_view area) {
    auto const found = Peers{data}.group_of(data.find_unit(unit).value(), area);
    return found ? data.peer_groups[*found].group.code : "";
}

TEST_CASE("a unit's own likes for the measure's area come before its general ones, and both before a shared group") {
    auto board = four_units();
    board.peers({"skola", "", "a", "grundskola", {}, {"b"}}).peers({"allmän", "", "a", "", {}, {"c"}});
    board.peers({"delad", "", {}, "", {}, {"a", "b", "c"}}).peers({"delad omsorg", "", {}, "omsorg", {}, {"b", "c"}});
    auto const data = board.dataset();
    CHECK(group_of(data, "a", "grundskola") == "skola");
    CHECK(group_of(data, "a", "omsorg") == "allmän");
    CHECK(group_of(data, "b", "omsorg") == "delad omsorg");
    CHECK(group_of(data, "b", "grundskola") == "delad");
    CHECK(group_of(data, "d", "grundskola").empty());
}

TEST_CASE("of two likenesses the newest year's is used") {
    auto board = four_units();
    board.peers({"ny", "", "a", "", 2024, {"b"}}).peers({"gammal", "", "a", "", 2020, {"c"}});
    CHECK(group_of(board.dataset(), "a", "") == "ny");
}

TEST_CASE("the unit itself is among those it is compared with") {
    auto board = four_units();
    board.peers({"p", "", "b", "", {}, {"c", "a"}});
    auto const data = board.dataset();
    CHECK(Peers{data}.members(0, UnitIndex{1}) == std::vector{UnitIndex{0}, UnitIndex{1}, UnitIndex{2}});
}

TEST_CASE("units of one kind and one operation are a cohort") {
    Board board;
    board.unit("a").unit("b", {}, "hemtjänst").unit("c").unit("d", {}, "skola", domain::UnitKind::board);
    auto const data = board.dataset();
    Peers const peers{data};
    auto const cohort = peers.cohort(UnitIndex{0});
    CHECK(std::vector(cohort.begin(), cohort.end()) == std::vector{UnitIndex{0}, UnitIndex{2}});
    CHECK(peers.cohort(UnitIndex{3}).size() == 1);
}

} // namespace
} // namespace rodtrad::study
