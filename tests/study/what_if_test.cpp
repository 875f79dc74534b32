#include "study/board.hpp"
#include "study/follow_up.hpp"
#include "study/frame.hpp"
#include "study/what_if.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace rodtrad;
using namespace rodtrad::study;

namespace {

// Two districts of two schools each, and two measures.
test::Board board() {
    test::Board board;
    board.unit("K", {}, "", domain::UnitKind::municipality).unit("D1", "K", "").unit("D2", "K", "");
    for (auto const* unit : {"S1", "S2"}) board.unit(unit, "D1");
    for (auto const* unit : {"S3", "S4"}) board.unit(unit, "D2");
    for (auto const* code : {"BEH", "NKI"}) {
        auto& measure = board.measure(code);
        measure.kind = domain::ValueKind::proportion;
        measure.multiplier = 100;
        measure.aggregation = domain::Aggregation::counts;
    }
    for (int year = 2015; year < 2025; ++year) {
        auto const period = std::to_string(year);
        double x = 40;
        for (auto const* unit : {"S1", "S2", "S3", "S4"}) {
            x += 10;
            board.share("BEH", unit, period, x, 100);
            board.share("NKI", unit, period, 100 - x + year % 3, 100);
        }
    }
    return board;
}

Dataset dataset_of(test::Board const& board) {
    auto data = board.dataset();
    data.frame = std::make_shared<Frame const>(data);
    return data;
}

double latest(Dataset const& data, std::string_view measure, std::string_view unit) {
    auto const& cube = *data.measures[*data.find_measure(measure)].cube;
    return cube.value(cube.at(0, cube.periods() - 1, *data.find_unit(unit)));
}

domain::Target target(double value, int year, std::string unit = "K") {
    return {.unit = std::move(unit),
            .period = domain::Period::make(domain::Periodicity::year, year),
            .floor = {},
            .target = value,
            .stretch = {}};
}

} // namespace

TEST_CASE("another target takes the place of those that begin no earlier, and the rest of the data is shared") {
    auto built = board();
    for (int const year : {2016, 2020, 2024}) {
        auto standing = target(55, year);
        standing.measure = "BEH";
        built.target(standing);
    }
    auto const data = dataset_of(built);
    auto const beh = *data.find_measure("BEH");
    auto const tried = with(data, {.targets = {{beh, target(90, 2020)}}});
    auto const& targets = tried.measures[beh].targets;
    REQUIRE(targets.size() == 2);
    CHECK(targets[0].period.year() == 2016);
    CHECK(targets[1].target == 90);
    CHECK(targets[1].measure == "BEH");
    CHECK(data.measures[beh].targets.size() == 3); // nothing is stored
    CHECK(tried.measures[beh].cube == data.measures[beh].cube);
    CHECK(tried.frame == data.frame);

    // Only what is spoken of is looked at again.
    auto const before = follow_up(data, {});
    auto const after = follow_up(tried, {}, &before);
    auto const nki = *data.find_measure("NKI");
    CHECK(after.looked_at[nki.value()] == before.looked_at[nki.value()]);
    CHECK(after.looked_at[beh.value()] != before.looked_at[beh.value()]);
    CHECK(test::written(after) == test::written(follow_up(tried, {})));
    CHECK(test::find_card(after, tried, "BEH", "S1") != nullptr);
}

TEST_CASE("without a unit its figures are absent, with those below it, and sums above it are made anew") {
    auto const data = dataset_of(board());
    auto const beh = *data.find_measure("BEH");
    auto const nki = *data.find_measure("NKI");
    REQUIRE(latest(data, "BEH", "K") == 65);
    auto const tried = with(data, {.exclusions = {{beh, *data.find_unit("S4")}, {beh, *data.find_unit("D1")}}});
    CHECK(latest(tried, "BEH", "K") == 70);
    CHECK(latest(tried, "BEH", "D2") == 70);
    CHECK(std::isnan(latest(tried, "BEH", "S4")));
    CHECK(std::isnan(latest(tried, "BEH", "S1")));
    CHECK(std::isnan(latest(tried, "BEH", "D1")));
    CHECK(latest(tried, "NKI", "K") == latest(data, "NKI", "K"));
    CHECK(tried.measures[nki].cube == data.measures[nki].cube);
    CHECK(latest(data, "BEH", "K") == 65);

    // It is as if the figures had never come.
    test::Board without;
    without.unit("K", {}, "", domain::UnitKind::municipality).unit("D1", "K", "").unit("D2", "K", "");
    for (auto const* unit : {"S1", "S2"}) without.unit(unit, "D1");
    for (auto const* unit : {"S3", "S4"}) without.unit(unit, "D2");
    for (auto const* code : {"BEH", "NKI"}) {
        auto& measure = without.measure(code);
        measure.kind = domain::ValueKind::proportion;
        measure.multiplier = 100;
        measure.aggregation = domain::Aggregation::counts;
    }
    for (int year = 2015; year < 2025; ++year) {
        without.share("BEH", "S3", std::to_string(year), 70, 100);
        double x = 40;
        for (auto const* unit : {"S1", "S2", "S3", "S4"}) {
            x += 10;
            without.share("NKI", unit, std::to_string(year), 100 - x + year % 3, 100);
        }
    }
    CHECK(test::written(follow_up(tried, {})) == test::written(follow_up(dataset_of(without), {})));
}

TEST_CASE("other peers take the place of the unit's own, in every area, and it is not among them itself") {
    auto built = board();
    built.peers({.code = "P1", .name = "old", .owner = "S1", .area = "skola", .members = {"S2"}});
    built.peers({.code = "P2", .name = "others'", .owner = "S3", .members = {"S4"}});
    auto const data = dataset_of(built);
    auto const unit = [&](std::string_view code) { return *data.find_unit(code); };
    auto const tried =
        with(data, {.peers = {{.units = {unit("S1"), unit("S2")}, .members = {unit("S4"), unit("S2"), unit("S4")}}}});
    Peers const peers{tried};
    auto const of = [&](std::string_view code) {
        auto const group = peers.group_of(unit(code), "skola");
        return group ? tried.peer_groups[*group].members : std::vector<UnitIndex>{};
    };
    CHECK(of("S1") == std::vector{unit("S2"), unit("S4")});
    CHECK(of("S2") == std::vector{unit("S4")});
    CHECK(of("S3") == std::vector{unit("S4")});
    CHECK(tried.frame != data.frame);
    CHECK(tried.measures[MeasureIndex{0}].cube == data.measures[MeasureIndex{0}].cube);
    CHECK(with(data, {}).frame == data.frame);
}
