// What many units do alike, and who does otherwise.

#include "study/quiet_boards.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rodtrad::study {
namespace {

using domain::Direction;
using test::Board;
using test::Chance;
using test::find_card;
using test::find_finding;
using test::quiet;
using test::seen;
using test::with_step;
using test::years;

// A board over so many schools, 400 pupils each; all fall, or only the first.
Board falling_branch(std::size_t schools, bool is_all) {
    Board board;
    Chance chance{31};
    auto& measure = board.measure("behöriga");
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.aggregation = domain::Aggregation::counts;
    board.unit("nämnd", {}, "", domain::UnitKind::board);
    for (std::size_t s = 0; s < schools; ++s) {
        auto const code = "skola " + std::to_string(s);
        board.unit(code, "nämnd");
        auto const fall = is_all ? 0.15 : s == 0 ? 0.5 : 0.0;
        for (std::size_t t = 0; t < years; ++t) {
            auto const share = 0.7 + 0.02 * static_cast<double>(s) - (t >= 8 ? fall : 0);
            board.share("behöriga", code, std::to_string(2015 + t), chance.events(400, share), 400);
        }
    }
    return board;
}

TEST_CASE("what a whole branch did alike is told once, at its top") {
    for (auto const schools :
         {std::size_t{6}, std::size_t{10}}) { // with ten it is a common shift, with six it is folded
        auto const data = falling_branch(schools, true).dataset();
        auto const list = follow_up(data, {});
        auto const* card = find_card(list, data, "behöriga", "nämnd");
        REQUIRE(card != nullptr);
        CHECK(card->folded == schools);
        CHECK(find_finding(*card, FindingKind::change, "T", data)->effect == doctest::Approx(-15).epsilon(0.1));
        for (std::size_t s = 0; s < schools; ++s) {
            auto const* school = find_card(list, data, "behöriga", "skola " + std::to_string(s));
            CHECK((school == nullptr || find_finding(*school, FindingKind::change, "T", data) == nullptr));
        }
        // A school that was on the list before has not come right because the board above it tells of it now.
        auto const is_still_there = [](Finding const& finding) {
            return finding.kind == FindingKind::change && finding.q && *finding.q <= 0.05 &&
                   finding.certainty == Certainty::watch;
        };
        CHECK((std::ranges::count_if(list.nearly, is_still_there) > 0) == (schools == 6));
    }
}

TEST_CASE("where one unit moved the average it is shown itself") {
    auto const data = falling_branch(6, false).dataset();
    auto const list = follow_up(data, {});
    auto const* school = find_card(list, data, "behöriga", "skola 0");
    REQUIRE(school != nullptr);
    CHECK(find_finding(*school, FindingKind::change, "T", data) != nullptr);
    auto const* above = find_card(list, data, "behöriga", "nämnd");
    CHECK((above == nullptr || above->folded == 0));
}

TEST_CASE("in a bad year for all, only what moved otherwise is a deviation of its own") {
    Board board;
    Chance chance{25};
    board.measure("väntetid", Direction::lower_is_better);
    for (std::size_t u = 0; u < 40; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        auto const step = u == 0 ? 0.0 : u == 1 ? 12.0 : 6.0;
        board.unit(code).series("väntetid", code, "2015", with_step(quiet(chance), 2, step));
    }
    auto const data = board.dataset();
    CHECK(follow_up(data, {}).cards.size() == 2);
    auto const unmoved = seen(board, "väntetid", "enhet 100", FindingKind::change);
    REQUIRE(unmoved);
    CHECK(unmoved->finding.judgement == Judgement::better);
    CHECK(unmoved->finding.common_change.value() == doctest::Approx(6).epsilon(0.2));
    CHECK(unmoved->finding.value == doctest::Approx(50).epsilon(0.05));
    CHECK(unmoved->finding.reference == doctest::Approx(56).epsilon(0.05));
    CHECK(seen(board, "väntetid", "enhet 101", FindingKind::change)->finding.judgement == Judgement::worse);
}

TEST_CASE("a chart that all units break alike in a bad year is nothing to watch in each") {
    Board board;
    Chance chance{41};
    board.measure("väntetid", Direction::lower_is_better);
    for (std::size_t u = 0; u < 40; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        board.unit(code).series("väntetid", code, "2008", with_step(quiet(chance, 17), 1, u == 0 ? 14.0 : 7.0));
    }
    auto const data = board.dataset();
    auto const list = follow_up(data, {});
    CHECK(find_card(list, data, "väntetid", "enhet 100") != nullptr);
    CHECK(list.cards.size() <= 3); // a chart of pure chance is broken now and then
}

TEST_CASE("prices that rise for all are nothing to watch in each, but a unit where they rise otherwise is") {
    Board board;
    Chance chance{44};
    board.measure("kostnad", Direction::lower_is_better);
    for (std::size_t u = 0; u < 40; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        auto values = quiet(chance, 17);
        for (std::size_t t = 0; t < values.size(); ++t) values[t] += (u == 0 ? 3.0 : 2.0) * static_cast<double>(t);
        board.unit(code).series("kostnad", code, "2008", values);
    }
    auto const data = board.dataset();
    auto const list = follow_up(data, {});
    CHECK(find_card(list, data, "kostnad", "enhet 100") != nullptr);
    CHECK(list.cards.size() <= 5);
}

TEST_CASE("sums that move because their parts do are not taken for a movement of all") {
    Board board;
    Chance chance{42};
    auto& measure = board.measure("ärenden", Direction::lower_is_better);
    measure.aggregation = domain::Aggregation::sum;
    board.unit("kommun", {}, "", domain::UnitKind::organisation);
    for (std::size_t s = 0; s < 12; ++s) {
        auto const area = "område " + std::to_string(s / 3);
        if (s % 3 == 0) board.unit(area, "kommun", "", domain::UnitKind::administration);
        auto const code = "enhet " + std::to_string(100 + s);
        board.unit(code, area).series("ärenden", code, "2015", with_step(quiet(chance), 2, s % 4 == 0 ? 12.0 : 0.0));
    }
    auto const change = seen(board, "ärenden", "enhet 100", FindingKind::change); // three of the twelve, in three areas
    REQUIRE(change);
    CHECK_FALSE(change->finding.common_change);
}

TEST_CASE("few units that all worsen are each told of where nobody above them has the figure") {
    Board board;
    Chance chance{26};
    board.measure("väntetid", Direction::lower_is_better);
    for (std::size_t u = 0; u < 10; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        board.unit(code).series("väntetid", code, "2015", with_step(quiet(chance), 2, 8));
    }
    CHECK(follow_up(board.dataset(), {}).cards.size() == 10);
}

} // namespace
} // namespace rodtrad::study
