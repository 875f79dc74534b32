#include "study/board.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace rodtrad::study {
namespace {

using domain::Direction;
using test::Board;
using test::Chance;
using test::find_card;
using test::find_finding;

constexpr std::size_t years = 10;

// Schools with figures that only chance moves, 2015–2024: a share of 200 pupils around 80 %, women and men apart.
Board quiet_schools(std::uint64_t seed, std::size_t schools = 20) {
    Board board;
    Chance chance{seed};
    auto& measure = board.measure("behöriga");
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.people = "elever";
    for (std::size_t s = 0; s < schools; ++s) {
        auto const code = "skola " + std::to_string(100 + s);
        board.unit(code);
        for (std::size_t t = 0; t < years; ++t) {
            auto const year = std::to_string(2015 + t);
            auto const women = chance.events(100, 0.8);
            auto const men = chance.events(100, 0.8);
            board.share("behöriga", code, year, women, 100, "K").share("behöriga", code, year, men, 100, "M");
            board.share("behöriga", code, year, women + men, 200);
        }
    }
    return board;
}

// Waiting times without counts in as many units, noise 1 around 50.
std::vector<double> quiet(Chance& chance, std::size_t points = years, double level = 50) {
    std::vector<double> values;
    for (std::size_t t = 0; t < points; ++t) values.push_back(level + chance.normal());
    return values;
}
std::vector<double> with_step(std::vector<double> values, std::size_t last, double size) {
    for (auto i = values.size() - last; i < values.size(); ++i) values[i] += size;
    return values;
}
Board quiet_units(std::uint64_t seed, domain::Polarity polarity, std::size_t units = 20) {
    Board board;
    Chance chance{seed};
    board.measure("väntetid", polarity);
    for (std::size_t u = 0; u < units; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        board.unit(code).series("väntetid", code, "2015", quiet(chance));
    }
    return board;
}

struct Seen {
    Tier tier;
    Finding finding;
};
std::optional<Seen> seen(Board const& board, std::string_view measure, std::string_view unit, FindingKind kind,
                         std::string_view group = "T") {
    auto const data = board.dataset();
    auto const list = follow_up(data, {});
    auto const* card = find_card(list, data, measure, unit);
    auto const* finding = card == nullptr ? nullptr : find_finding(*card, kind, group, data);
    if (finding == nullptr) return {};
    return Seen{card->tier, *finding};
}

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

TEST_CASE("figures of any size are looked at without complaint") {
    for (auto const size : {1e-300, 1e160, 1e308}) {
        auto board = quiet_units(43, Direction::lower_is_better);
        board.unit("stor").series("väntetid", "stor", "2015", {1, 2, 1, 2, 1, 2, size, -size, size, -size});
        board.unit("jämn").series("väntetid", "jämn", "2015", std::vector<double>(years, size));
        for (auto const& card : follow_up(board.dataset(), {}).cards) CHECK(std::isfinite(card.priority));
    }
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
