// Changes over time: levels, rules of the chart, and what they are worth saying.

#include "study/quiet_boards.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using domain::Direction;
using test::Board;
using test::Chance;
using test::quiet;
using test::quiet_units;
using test::seen;
using test::with_step;
using test::years;

TEST_CASE("a level that rose is found, and is worse, better or neither by the measure's polarity") {
    struct Case {
        domain::Polarity polarity;
        double step;
        Judgement judgement;
        Tier tier;
    };
    for (auto const& [polarity, step, judgement, tier] :
         {Case{Direction::lower_is_better, 8, Judgement::worse, Tier::look_into},
          Case{Direction::lower_is_better, -8, Judgement::better, Tier::learn_from},
          Case{Direction::higher_is_better, -8, Judgement::worse, Tier::look_into},
          Case{Direction::higher_is_better, 8, Judgement::better, Tier::learn_from},
          Case{Direction::neutral, 8, Judgement::neutral, Tier::watch},
          Case{domain::WantedRange{40, 60}, 20, Judgement::worse, Tier::look_into},
          Case{domain::WantedRange{54, 70}, 8, Judgement::better, Tier::learn_from},
          Case{domain::WantedRange{30, 70}, 8, Judgement::neutral, Tier::watch}}) {
        auto board = quiet_units(1, polarity);
        Chance chance{77};
        board.unit("ny").series("väntetid", "ny", "2015", with_step(quiet(chance), 3, step));
        auto const change = seen(board, "väntetid", "ny", FindingKind::change);
        REQUIRE(change);
        CHECK(change->finding.certainty == Certainty::confirmed);
        CHECK(change->finding.judgement == judgement);
        CHECK(change->tier == tier);
        CHECK(change->finding.since == domain::Period::from_text("2022"));
        CHECK(change->finding.effect == doctest::Approx(step).epsilon(0.25));
        CHECK(change->finding.n == years);
    }
}

TEST_CASE("a change too small to be worth talking about is not shown") {
    auto board = quiet_units(1, Direction::lower_is_better);
    Chance chance{77};
    board.unit("ny").series("väntetid", "ny", "2015", with_step(quiet(chance), 3, 8));
    CHECK(seen(board, "väntetid", "ny", FindingKind::change));
    board.measure("väntetid").min_effect = 10;
    CHECK_FALSE(seen(board, "väntetid", "ny", FindingKind::change));
}

TEST_CASE("age groups are looked at only under a confirmed total") {
    auto board = quiet_units(14, Direction::lower_is_better);
    board.group("65+", domain::GroupKind::age);
    Chance chance{15};
    for (std::size_t u = 0; u < 20; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        board.series("väntetid", code, "2015", with_step(quiet(chance), 3, u < 2 ? 15 : 0), "65+");
    }
    board.series("väntetid", "enhet 100", "2015", with_step(quiet(chance), 3, 9));
    auto const under_total = seen(board, "väntetid", "enhet 100", FindingKind::change, "65+");
    REQUIRE(under_total);
    CHECK(under_total->finding.certainty == Certainty::confirmed);
    CHECK_FALSE(seen(board, "väntetid", "enhet 101", FindingKind::change, "65+"));
}

TEST_CASE("a neutral measure never calls for action and is only shown when confirmed") {
    auto board = quiet_units(16, Direction::neutral);
    Chance chance{17};
    for (int u = 0; u < 6; ++u) {
        auto const code = "ny " + std::to_string(u);
        board.unit(code).series("väntetid", code, "2015", with_step(quiet(chance), 2, 4.0 + u));
        board.target({"väntetid", code, "T", domain::Period::from_text("2020").value(), {}, 90, {}, true});
    }
    auto const list = follow_up(board.dataset(), {});
    CHECK_FALSE(list.cards.empty());
    for (auto const& card : list.cards) {
        CHECK(card.tier == Tier::watch);
        for (auto const& finding : card.findings) {
            CHECK(finding.judgement == Judgement::neutral);
            CHECK(finding.certainty == Certainty::confirmed);
        }
    }
}

TEST_CASE("a rule of the chart broken on the last of thirteen points is something to watch") {
    Board board;
    Chance chance{24};
    board.unit("a").measure("väntetid", Direction::lower_is_better).min_effect = 0.1;
    for (std::size_t u = 0; u < 20; ++u)
        board.unit("e" + std::to_string(u)).series("väntetid", "e" + std::to_string(u), "2010", quiet(chance, 15));
    std::vector<double> values{49, 51, 49, 51, 49, 51, 49, 51, 50.9, 50.9, 50.9, 50.9, 50.9, 50.9, 50.9};
    board.series("väntetid", "a", "2010", values);
    auto const watched = seen(board, "väntetid", "a", FindingKind::change);
    REQUIRE(watched);
    CHECK(watched->finding.certainty == Certainty::watch);
    CHECK(watched->tier == Tier::watch);
    CHECK_FALSE(watched->finding.p);

    values.erase(values.begin(), values.begin() + 3);
    Board shorter;
    shorter.unit("a").measure("väntetid", Direction::lower_is_better).min_effect = 2.5;
    CHECK_FALSE(seen(shorter.series("väntetid", "a", "2010", values), "väntetid", "a", FindingKind::change));
}

} // namespace
} // namespace rodtrad::study
