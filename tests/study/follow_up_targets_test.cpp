// Targets that are missed, met or passed.

#include "study/quiet_boards.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using domain::Direction;
using test::Board;
using test::Chance;
using test::quiet;
using test::quiet_schools;
using test::seen;
using test::years;

TEST_CASE("a target that is surely missed is found, and one that is met or missed by chance is not") {
    auto board = quiet_schools(3);
    board.target({"behöriga", "skola 100", "T", domain::Period::from_text("2020").value(), {}, 95, {}, true});
    board.target({"behöriga", "skola 101", "T", domain::Period::from_text("2020").value(), {}, 81, {}, true});
    board.target({"behöriga", "skola 102", "T", domain::Period::from_text("2020").value(), {}, 60, {}, true});
    auto const missed = seen(board, "behöriga", "skola 100", FindingKind::target);
    REQUIRE(missed);
    CHECK(missed->tier == Tier::look_into);
    CHECK(missed->finding.reference == 95);
    CHECK(missed->finding.judgement == Judgement::worse);
    CHECK(missed->finding.people.value() == doctest::Approx((95 - missed->finding.value) * 2));
    CHECK_FALSE(seen(board, "behöriga", "skola 101", FindingKind::target));
    CHECK_FALSE(seen(board, "behöriga", "skola 102", FindingKind::target));
}

TEST_CASE("to pass what one only hoped for is something to learn from") {
    auto board = quiet_schools(3);
    board.target({"behöriga", "skola 100", "T", domain::Period::from_text("2020").value(), {}, 50, 65, true});
    auto const passed = seen(board, "behöriga", "skola 100", FindingKind::target);
    REQUIRE(passed);
    CHECK(passed->tier == Tier::learn_from);
    CHECK(passed->finding.reference == 65);
    CHECK(passed->finding.judgement == Judgement::better);
}

TEST_CASE("a target that is missed while the figure worsens calls for action") {
    auto board = quiet_schools(3);
    board.unit("fallande");
    Chance chance{5};
    for (std::size_t t = 0; t < years; ++t)
        board.share("behöriga", "fallande", std::to_string(2015 + t), chance.events(200, t < 7 ? 0.8 : 0.55), 200);
    CHECK(seen(board, "behöriga", "fallande", FindingKind::change)->tier == Tier::look_into);
    board.target({"behöriga", "fallande", "T", domain::Period::from_text("2020").value(), {}, 80, {}, true});
    CHECK(seen(board, "behöriga", "fallande", FindingKind::change)->tier == Tier::act);
}

TEST_CASE("a figure without counts that never reaches its target in thirteen points is to be looked into") {
    Board board;
    Chance chance{9};
    board.unit("a").measure("väntetid", Direction::lower_is_better);
    board.series("väntetid", "a", "2010", quiet(chance, 15));
    board.target({"väntetid", "a", "T", domain::Period::from_text("2020").value(), {}, 40, {}, true});
    auto const missed = seen(board, "väntetid", "a", FindingKind::target);
    REQUIRE(missed);
    CHECK(missed->tier == Tier::look_into);
    CHECK_FALSE(missed->finding.p);
}

} // namespace
} // namespace rodtrad::study
