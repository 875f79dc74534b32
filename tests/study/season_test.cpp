#include "study/board.hpp"
#include "study/season.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

namespace rodtrad::study {
namespace {

using test::Board;

double usual(std::size_t month) { return 10 * std::sin(2 * std::numbers::pi * static_cast<double>(month) / 12); }

MeasureData seasonal(Board& board, std::size_t units, std::size_t months) {
    board.measure("m");
    test::Chance chance{3};
    for (std::size_t u = 0; u < units; ++u) {
        std::vector<double> values;
        for (std::size_t t = 0; t < months; ++t)
            values.push_back(100 * static_cast<double>(u) + usual(t) + 0.1 * chance.normal());
        board.unit("e" + std::to_string(u)).series("m", "e" + std::to_string(u), "2021-01", values);
    }
    return board.dataset().measures[MeasureIndex{0}];
}

TEST_CASE("what the months usually do is found over the units, whatever their own level, and taken away") {
    Board board;
    auto series = series_of(seasonal(board, 5, 36), 0, 36);
    auto const season = season_of(series, domain::Periodicity::month);
    REQUIRE(season.size() == 12);
    for (std::size_t month = 0; month < 12; ++month) CHECK(std::abs(season[month] - usual(month)) < 0.2);
    adjust(series, season);
    for (auto const value : series.values(UnitIndex{3})) CHECK(std::abs(value - 300) < 0.8);
}

TEST_CASE("a month that is never reported has no season, and leaves the others theirs") {
    Board board;
    board.measure("m");
    test::Chance chance{5};
    for (std::size_t u = 0; u < 5; ++u) {
        auto const code = "e" + std::to_string(u);
        board.unit(code);
        for (std::size_t t = 0; t < 36; ++t) {
            if (t % 12 == 6) continue; // July
            auto const period = domain::Period::from_text("2021-01")->plus(static_cast<int>(t)).text();
            board.figure("m", code, period, domain::Measured{.value = usual(t) + 0.1 * chance.normal(), .counts = {}});
        }
    }
    auto const data = board.dataset();
    auto const season = season_of(series_of(data.measures[MeasureIndex{0}], 0, 36), domain::Periodicity::month);
    REQUIRE(season.size() == 12);
    CHECK(season[6] == 0);
    CHECK(std::abs(season[3] - usual(3)) < 0.2);
    CHECK(std::abs(season[9] - usual(9)) < 0.2);
}

TEST_CASE("two years of months are needed, and three units") {
    Board short_one;
    CHECK(season_of(series_of(seasonal(short_one, 5, 23), 0, 23), domain::Periodicity::month).empty());
    Board few;
    CHECK(season_of(series_of(seasonal(few, 2, 36), 0, 36), domain::Periodicity::month).empty());
}

TEST_CASE("years have no season") {
    Board board;
    board.unit("a").measure("m");
    board.series("m", "a", "1994", std::vector<double>(29, 1.0));
    auto const data = board.dataset();
    CHECK(season_of(series_of(data.measures[MeasureIndex{0}], 0, 29), domain::Periodicity::year).empty());
}

TEST_CASE("every autumn's dip is not a change, a dip beyond it is") {
    Board board;
    seasonal(board, 8, 48); // ends in December, after the three lowest months
    auto data = board.dataset();
    CHECK(follow_up(data, {}).cards.empty());

    board.unit("e8");
    std::vector<double> values;
    test::Chance chance{4};
    for (std::size_t t = 0; t < 48; ++t) values.push_back(usual(t) + 0.1 * chance.normal() - (t >= 45 ? 3 : 0));
    board.series("m", "e8", "2021-01", values).measure("m").min_effect = 1;
    data = board.dataset();
    auto const list = follow_up(data, {});
    auto const* card = test::find_card(list, data, "m", "e8");
    REQUIRE(card != nullptr);
    auto const* change = test::find_finding(*card, FindingKind::change, "T", data);
    REQUIRE(change != nullptr);
    CHECK(change->is_season_adjusted);
    CHECK(change->judgement == Judgement::worse);
    CHECK(change->since == domain::Period::from_text("2024-10"));
}

} // namespace
} // namespace rodtrad::study
