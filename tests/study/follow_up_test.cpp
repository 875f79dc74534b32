// The list as a whole: what is looked at, in what order, and what is never made of nothing.

#include "study/quiet_boards.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using domain::Direction;
using test::Board;
using test::Chance;
using test::find_card;
using test::quiet;
using test::quiet_schools;
using test::quiet_units;
using test::with_step;
using test::years;

TEST_CASE("an organisation without figures has nothing to follow up") {
    CHECK(follow_up(Dataset{}, {}).cards.empty());
    Board board;
    board.unit("a").measure("m");
    auto const list = follow_up(board.dataset(), {});
    CHECK(list.cards.empty());
    CHECK(list.series_checked + list.series_too_short + list.series_not_current == 0);
    CHECK_FALSE(list.newest);
}

TEST_CASE("where only chance moves the figures nothing is confirmed") {
    std::size_t confirmed = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        confirmed += follow_up(quiet_schools(seed).dataset(), {}).confirmed;
        confirmed += follow_up(quiet_units(seed, Direction::lower_is_better).dataset(), {}).confirmed;
    }
    CHECK(confirmed <= 6); // each batch has at most 1 chance in 20 of any, for each of its kinds
}

TEST_CASE("a missing or withheld figure is never a fall to 0") {
    auto board = quiet_units(2, Direction::higher_is_better);
    for (auto const* year : {"2023", "2024"}) {
        board.figure("väntetid", "enhet 100", year, domain::Missing{});
        board.figure("väntetid", "enhet 101", year, domain::Confidential{});
        board.figure("väntetid", "enhet 102", year, domain::NotApplicable{});
    }
    auto const data = board.dataset();
    auto const list = follow_up(data, {});
    CHECK(list.confirmed == 0);
    CHECK(list.series_not_current == 3);
    CHECK(list.series_checked == 17);
}

TEST_CASE("figures of any size are looked at without complaint") {
    for (auto const size : {1e-300, 1e160, 1e308}) {
        auto board = quiet_units(43, Direction::lower_is_better);
        board.unit("stor").series("väntetid", "stor", "2015", {1, 2, 1, 2, 1, 2, size, -size, size, -size});
        board.unit("jämn").series("väntetid", "jämn", "2015", std::vector<double>(years, size));
        for (auto const& card : follow_up(board.dataset(), {}).cards) CHECK(std::isfinite(card.priority));
    }
}

TEST_CASE("figures that never move, and single ones, are looked at without complaint") {
    Board board;
    board.measure("m");
    for (int u = 0; u < 12; ++u) {
        auto const code = "e" + std::to_string(u);
        board.unit(code).series("m", code, "2015", std::vector<double>(years, 7.0));
    }
    board.unit("ensam", {}, "annan").series("m", "ensam", "2024", {3});
    auto const list = follow_up(board.dataset(), {});
    CHECK(list.cards.empty());
    CHECK(list.series_too_short > 0);
    CHECK(list.newest == domain::Period::from_text("2024"));
}

TEST_CASE("nothing after the asked-for period is looked at") {
    auto board = quiet_units(18, Direction::lower_is_better);
    Chance chance{19};
    board.unit("ny").series("väntetid", "ny", "2015", with_step(quiet(chance), 2, 9));
    auto const data = board.dataset();
    CHECK(find_card(follow_up(data, {}), data, "väntetid", "ny") != nullptr);
    FollowUpSettings settings;
    settings.as_of = domain::Period::from_text("2022-12");
    auto const earlier = follow_up(data, settings);
    CHECK(find_card(earlier, data, "väntetid", "ny") == nullptr);
    CHECK(earlier.newest == domain::Period::from_text("2022"));
}

TEST_CASE("a series without a figure in the newest period or the one before is counted as not current") {
    auto board = quiet_units(20, Direction::lower_is_better, 10);
    Chance chance{21};
    board.unit("i fjol").series("väntetid", "i fjol", "2015", quiet(chance, 9));
    board.unit("förr").series("väntetid", "förr", "2015", quiet(chance, 8));
    auto const list = follow_up(board.dataset(), {});
    CHECK(list.series_not_current == 1);
    CHECK(list.series_checked == 11);
}

// Something of everything.
Board full_board() {
    auto board = quiet_schools(22);
    Chance chance{23};
    board.measure("väntetid", Direction::lower_is_better);
    board.measure("andel", domain::WantedRange{45, 55}).weight = 3;
    board.group("65+", domain::GroupKind::age);
    for (std::size_t u = 0; u < 20; ++u) {
        auto const code = "skola " + std::to_string(100 + u);
        board.series("väntetid", code, "2015", with_step(quiet(chance), 3, u < 4 ? 6.0 : 0));
        board.series("väntetid", code, "2015", with_step(quiet(chance), 3, u < 4 ? 6.0 : 0), "65+");
        board.series("andel", code, "2020-01", with_step(quiet(chance, 48), 4, u == 7 ? -9.0 : 0));
        board.target({"behöriga", code, "T", domain::Period::from_text("2020").value(), {}, 86, 95, true});
    }
    return board;
}

TEST_CASE("one thread and several give the same list to the last digit, every time") {
    auto const data = full_board().dataset();
    FollowUpSettings settings;
    settings.threads = 1;
    auto const once = test::written(follow_up(data, settings));
    CHECK(once.size() > 1000);
    for (auto const threads : {1, 2, 5}) {
        settings.threads = threads;
        CHECK(test::written(follow_up(data, settings)) == once);
    }
}

TEST_CASE("cards stand by tier, then priority, and a goal's weight counts") {
    auto const board = full_board();
    auto const data = board.dataset();
    auto const list = follow_up(data, {});
    REQUIRE(list.cards.size() > 3);
    for (std::size_t i = 1; i < list.cards.size(); ++i) {
        auto const& before = list.cards[i - 1];
        auto const& after = list.cards[i];
        CHECK((before.tier < after.tier || (before.tier == after.tier && before.priority >= after.priority)));
    }
    auto heavier = data;
    for (auto& measure : heavier.measures) measure.measure.weight = 2 * measure.measure.weight;
    auto const weighed = follow_up(heavier, {});
    for (std::size_t i = 0; i < list.cards.size(); ++i)
        CHECK(weighed.cards[i].priority == doctest::Approx(2 * list.cards[i].priority));
}

TEST_CASE("a person may ask for one branch, measure, kind, direction or tier") {
    auto const data = full_board().dataset();
    auto const list = follow_up(data, {});
    auto const all = select(list, data, {}).size();
    CHECK(all == list.cards.size());
    CardFilter by_unit;
    by_unit.branch = data.find_unit("skola 100");
    for (auto const* card : select(list, data, by_unit)) CHECK(card->unit == by_unit.branch);
    CardFilter by_measure;
    by_measure.measure = data.find_measure("väntetid");
    CHECK(select(list, data, by_measure).size() >= 4);
    CardFilter worse_change;
    worse_change.kind = FindingKind::change;
    worse_change.judgement = Judgement::worse;
    auto const some = select(list, data, worse_change).size();
    CHECK(some >= 4);
    CHECK(some < all);
    std::size_t by_tier = 0;
    for (auto const tier : {Tier::act, Tier::look_into, Tier::watch, Tier::learn_from}) {
        CardFilter filter;
        filter.tier = tier;
        by_tier += select(list, data, filter).size();
    }
    CHECK(by_tier == all);
}

} // namespace
} // namespace rodtrad::study
