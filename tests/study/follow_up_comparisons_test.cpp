// Units against others, and groups of people against each other.

#include "study/quiet_boards.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using domain::Direction;
using test::Board;
using test::Chance;
using test::quiet;
using test::quiet_schools;
using test::quiet_units;
using test::seen;
using test::with_step;
using test::years;

TEST_CASE("a school unlike the others is found in both directions, and large schools are not always odd") {
    for (auto const& [share, judgement, tier] :
         {std::tuple{0.45, Judgement::worse, Tier::look_into}, std::tuple{1.0, Judgement::better, Tier::learn_from}}) {
        auto board = quiet_schools(4, 30);
        board.unit("udda");
        for (std::size_t t = 0; t < years; ++t)
            board.share("behöriga", "udda", std::to_string(2015 + t), 200 * share, 200);
        auto const odd = seen(board, "behöriga", "udda", FindingKind::comparison);
        REQUIRE(odd);
        CHECK(odd->finding.certainty == Certainty::confirmed);
        CHECK(odd->finding.judgement == judgement);
        CHECK(odd->tier == tier);
        CHECK(odd->finding.n == 31);
        CHECK(odd->finding.rank == (share < 0.5 ? 31 : 1));
        CHECK(odd->finding.low <= odd->finding.reference);
        CHECK(odd->finding.reference <= odd->finding.high);
    }
}

TEST_CASE("of two that share the highest or the lowest figure, neither is beyond all others") {
    for (double const level : {20.0, 90.0}) {
        auto board = quiet_units(6, Direction::lower_is_better, 30);
        for (auto const* const code : {"udda", "lika udda"})
            board.unit(code).series("väntetid", code, "2015", std::vector(years, level));
        for (auto const* const code : {"udda", "lika udda"}) {
            auto const odd = seen(board, "väntetid", code, FindingKind::comparison);
            REQUIRE(odd);
            CHECK(odd->finding.n == 32);
            CHECK(odd->finding.rank == (level < 50 ? 31 : 2));
        }
    }
}

TEST_CASE("that the largest has the most of what is counted is no news") {
    auto board = quiet_units(6, Direction::lower_is_better, 30);
    board.unit("störst").series("väntetid", "störst", "2015", std::vector(years, 900.0));
    CHECK(seen(board, "väntetid", "störst", FindingKind::comparison));
    board.measure("väntetid", Direction::lower_is_better).kind = domain::ValueKind::count;
    CHECK_FALSE(seen(board, "väntetid", "störst", FindingKind::comparison));
}

TEST_CASE("similar units are asked first; too few of them, and all of the kind are what p rests on") {
    auto board = quiet_units(6, Direction::lower_is_better, 30);
    Chance chance{8};
    board.unit("udda").series("väntetid", "udda", "2015", quiet(chance, years, 75));
    board.peers({"lika", "", "udda", "", {}, {"enhet 100", "enhet 101", "enhet 102", "enhet 103"}});
    auto const odd = seen(board, "väntetid", "udda", FindingKind::comparison);
    REQUIRE(odd);
    CHECK(odd->finding.peer_group == 0);
    CHECK(odd->finding.n == 5);
    CHECK(odd->finding.rank == 1);
    CHECK(odd->finding.is_tested_against_all);

    auto two = quiet_units(6, Direction::lower_is_better, 30);
    two.unit("udda").series("väntetid", "udda", "2015", std::vector(years, 75.0));
    two.peers({"lika", "", "udda", "", {}, {"enhet 100", "enhet 101"}});
    auto const beside_all = seen(two, "väntetid", "udda", FindingKind::comparison);
    REQUIRE(beside_all);
    CHECK_FALSE(beside_all->finding.peer_group);
    CHECK(beside_all->finding.n == 31);

    auto ten = quiet_units(6, Direction::lower_is_better, 30);
    ten.unit("udda").series("väntetid", "udda", "2015", quiet(chance, years, 90));
    domain::PeerGroup lika{"lika", "", "udda", "", {}, {}};
    for (int u = 100; u < 112; ++u) lika.members.push_back("enhet " + std::to_string(u));
    ten.peers(lika);
    auto const among_similar = seen(ten, "väntetid", "udda", FindingKind::comparison);
    REQUIRE(among_similar);
    CHECK(among_similar->finding.n == 13);
    CHECK_FALSE(among_similar->finding.is_tested_against_all);
}

TEST_CASE("a unit below the common share is not said to stand above the others, though it is above their median") {
    Board board;
    auto& measure = board.measure("behöriga");
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.min_effect = 1;
    for (std::size_t s = 0; s < 10; ++s) {
        auto const code = "liten " + std::to_string(s);
        board.unit(code).share("behöriga", code, "2024", 14, 20);
    }
    board.unit("stor").share("behöriga", "stor", "2024", 800'000, 1'000'000);
    board.unit("nästan").share("behöriga", "nästan", "2024", 795'000, 1'000'000);
    CHECK(seen(board, "behöriga", "stor", FindingKind::comparison));
    CHECK_FALSE(seen(board, "behöriga", "nästan", FindingKind::comparison));
}

TEST_CASE("a gap between women and men larger than chance is found, and the measure decides whether it is adverse") {
    for (auto const& [polarity, tier] :
         {std::pair{Direction::higher_is_better, Tier::look_into}, std::pair{Direction::neutral, Tier::watch}}) {
        auto board = quiet_schools(5);
        board.measure("behöriga", polarity);
        board.unit("ojämn");
        for (std::size_t t = 0; t < years; ++t) {
            auto const year = std::to_string(2015 + t);
            board.share("behöriga", "ojämn", year, 95, 100, "K").share("behöriga", "ojämn", year, 62, 100, "M");
            board.share("behöriga", "ojämn", year, 157, 200);
        }
        auto const gap = seen(board, "behöriga", "ojämn", FindingKind::gap, "K");
        REQUIRE(gap);
        CHECK(gap->tier == tier);
        CHECK(gap->finding.value == 95);
        CHECK(gap->finding.reference == 62);
        CHECK_FALSE(gap->finding.since);
    }
}

TEST_CASE("a difference that is sure but below one percentage point is not talked about") {
    for (auto const& [women, is_shown] : {std::pair{500'000.0, false}, std::pair{490'000.0, true}}) {
        Board board;
        auto& measure = board.unit("a").measure("behöriga");
        measure.kind = domain::ValueKind::proportion;
        measure.multiplier = 100;
        board.share("behöriga", "a", "2024", women, 1'000'000, "K");
        board.share("behöriga", "a", "2024", 508'000, 1'000'000, "M");
        CHECK(seen(board, "behöriga", "a", FindingKind::gap, "K").has_value() == is_shown);
    }
}

TEST_CASE("a gap that opens is worse and one that closes is better, whichever of the two moved") {
    for (auto const& [before, after, judgement] :
         {std::tuple{0.0, 9.0, Judgement::worse}, std::tuple{-12.0, -2.0, Judgement::better}}) {
        Board board;
        Chance chance{11};
        board.measure("väntetid", Direction::lower_is_better);
        for (std::size_t u = 0; u < 12; ++u) {
            auto const code = "enhet " + std::to_string(100 + u);
            auto men = quiet(chance);
            auto women = u > 0 ? quiet(chance) : with_step(quiet(chance, years, 50 + before), 3, after - before);
            board.unit(code).series("väntetid", code, "2015", women, "K").series("väntetid", code, "2015", men, "M");
        }
        auto const gap = seen(board, "väntetid", "enhet 100", FindingKind::gap, "K");
        REQUIRE(gap);
        CHECK(gap->finding.judgement == judgement);
        CHECK(gap->finding.since == domain::Period::from_text("2022"));
        CHECK(gap->finding.value == doctest::Approx(after).epsilon(0.3));
    }
}

TEST_CASE("an average that hides a wide spread is told at the unit above, with the two that are furthest apart") {
    Board board;
    Chance chance{12};
    auto& measure = board.measure("behöriga");
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.aggregation = domain::Aggregation::counts;
    board.unit("jämn", {}, "", domain::UnitKind::board).unit("ojämn", {}, "", domain::UnitKind::board);
    for (std::size_t s = 0; s < 6; ++s) {
        board.unit("j" + std::to_string(s), "jämn").unit("o" + std::to_string(s), "ojämn");
        board.share("behöriga", "j" + std::to_string(s), "2024", chance.events(200, 0.75), 200);
        board.share("behöriga", "o" + std::to_string(s), "2024", 200 * (0.5 + 0.09 * static_cast<double>(s)), 200);
    }
    auto const spread = seen(board, "behöriga", "ojämn", FindingKind::spread);
    REQUIRE(spread);
    CHECK(spread->tier == Tier::look_into);
    auto const data = board.dataset();
    CHECK(spread->finding.lowest == data.find_unit("o0"));
    CHECK(spread->finding.highest == data.find_unit("o5"));
    CHECK(spread->finding.low > 50); // drawn towards the others
    CHECK(spread->finding.high < 95);
    CHECK_FALSE(seen(board, "behöriga", "jämn", FindingKind::spread));
}

} // namespace
} // namespace rodtrad::study
