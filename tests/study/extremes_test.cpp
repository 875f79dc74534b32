#include "study/board.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace rodtrad::study {
namespace {

using test::Board;

// The figure of a unit in a period; nothing = never delivered.
using Figure = std::function<std::optional<domain::Outcome>(std::size_t unit, std::size_t t, test::Chance& chance)>;

struct Extreme {
    std::string name;
    Figure figure;
    std::size_t units = 12;
    std::size_t periods = 30;
};

domain::Measured counted(double x, double n, double value) { return {value, domain::Counts{x, n}, false}; }
domain::Measured plain(double value) { return {value, {}, false}; }

std::vector<Extreme> extremes() {
    constexpr auto huge = 1e308;
    constexpr auto tiny = std::numeric_limits<double>::denorm_min();
    auto const alternating = [](std::size_t u, std::size_t t) { return (u + t) % 2 == 0 ? 1.0 : -1.0; };
    auto const noise = [](std::size_t, std::size_t, test::Chance& chance) { return plain(50 + chance.normal()); };
    return {
        {"all alike", [](auto, auto, auto&) { return plain(3.7); }},
        {"alike but for one", [](auto u, auto t, auto&) { return plain(u == 3 && t > 26 ? 4 : 3.7); }},
        {"all missing", [](auto, auto, auto&) { return domain::Missing{}; }},
        {"withheld and not applicable",
         [](auto u, auto, auto&) {
             return u % 2 == 0 ? domain::Outcome{domain::Confidential{}} : domain::Outcome{domain::NotApplicable{}};
         }},
        {"as large as numbers are", [=](auto u, auto t, auto&) { return plain(alternating(u, t) * huge); }},
        {"one absurd figure among usual ones",
         [=](auto u, auto t, auto& chance) { return u == 1 && t == 20 ? plain(huge) : plain(50 + chance.normal()); }},
        {"as small as numbers are", [=](auto u, auto t, auto&) { return plain(alternating(u, t) * tiny); }},
        {"nothing but zero", [](auto, auto, auto&) { return counted(0, 40, 0); }},
        {"everybody", [](auto, auto, auto&) { return counted(40, 40, 100); }},
        {"of nobody", [](auto, auto, auto&) { return counted(0, 0, 0); }},
        {"fewer than none", [](auto u, auto, auto&) { return counted(-3, u % 2 == 0 ? 40 : -40, -7.5); }},
        {"more than all", [](auto, auto t, auto&) { return counted(50 + static_cast<double>(t), 40, 125); }},
        {"counts as large as numbers are", [=](auto, auto, auto&) { return counted(huge / 2, huge, 50); }},
        {"counts as small as numbers are", [=](auto, auto, auto&) { return counted(tiny, 2 * tiny, 50); }},
        {"parts of people", [](auto, auto, auto& chance) { return counted(12.25 + chance.uniform(), 40.5, 30); }},
        {"one unit", noise, 1},
        {"one period", noise, 12, 1},
        {"one unit in one period", noise, 1, 1},
        {"two periods far apart",
         [](auto, auto t, auto& chance) -> std::optional<domain::Outcome> {
             if (t != 0 && t != 29) return {};
             return plain(chance.normal());
         }},
        {"a unit that comes late, and one that leaves",
         [](auto u, auto t, auto& chance) -> std::optional<domain::Outcome> {
             if ((u == 0 && t < 28) || (u == 1 && t > 3)) return {};
             return counted(chance.events(30, 0.4), 30, 40);
         }},
    };
}

void check_finite(Finding const& finding) {
    for (auto const value : {finding.value, finding.reference, finding.effect, finding.low, finding.high,
                             finding.min_effect, finding.people.value_or(0), finding.common_change.value_or(0)})
        CHECK(std::isfinite(value));
    for (auto const chance : {finding.p, finding.q})
        if (chance) CHECK((*chance >= 0 && *chance <= 1));
}

// Looked at every way there is, on one thread and on two.
void look_at(Board const& board) {
    auto const data = board.dataset();
    auto const list = follow_up(data, {.as_of = {}, .q_limit = 0.05, .threads = 1});
    for (auto const& card : list.cards) {
        CHECK(std::isfinite(card.priority));
        for (auto const& finding : card.findings) check_finite(finding);
    }
    for (auto const& finding : list.nearly) check_finite(finding);
    CHECK(test::written(list) == test::written(follow_up(data, {.as_of = {}, .q_limit = 0.05, .threads = 2})));
    CHECK(test::written(list) == test::written(follow_up(data, {.as_of = {}, .q_limit = 0.05, .threads = 2}, &list)));
}

TEST_CASE("any figures give a list of finite numbers, whatever kind of measure they are delivered for") {
    constexpr std::array kinds{domain::ValueKind::proportion, domain::ValueKind::rate, domain::ValueKind::mean,
                               domain::ValueKind::count};
    constexpr std::array aggregations{domain::Aggregation::counts, domain::Aggregation::sum, domain::Aggregation::none};
    std::array const polarities{domain::Polarity{domain::Direction::lower_is_better},
                                domain::Polarity{domain::WantedRange{10, 60}}};
    for (auto const& extreme : extremes()) {
        CAPTURE(extreme.name);
        for (auto const kind : kinds)
            for (auto const aggregation : aggregations)
                for (auto const& polarity : polarities) {
                    test::Chance chance{11};
                    Board board;
                    board.unit("kommun", {}, "", domain::UnitKind::municipality);
                    auto& measure = board.measure("m", polarity);
                    measure.kind = kind;
                    measure.multiplier = 100;
                    measure.aggregation = aggregation;
                    domain::Target target;
                    target.measure = "m";
                    target.unit = "kommun";
                    target.period = domain::Period::make(domain::Periodicity::month, 2020);
                    target.target = 30;
                    target.stretch = 10;
                    board.target(target);
                    for (std::size_t u = 0; u < extreme.units; ++u) {
                        auto const code = "e" + std::to_string(u);
                        board.unit(code, "kommun");
                        for (std::size_t t = 0; t < extreme.periods; ++t)
                            for (auto const* group : {"T", "K", "M"})
                                if (auto const outcome = extreme.figure(u, t, chance))
                                    board.figure("m", code,
                                                 domain::Period::from_text("2020-01")->plus(static_cast<int>(t)).text(),
                                                 *outcome, group);
                    }
                    look_at(board);
                }
    }
}

TEST_CASE("a hundred thousand units in one family are looked at") {
    constexpr std::size_t units = 100'000;
    constexpr std::size_t years = 8;
    std::vector<std::pair<domain::UnitId, domain::Unit>> all;
    all.reserve(units);
    for (std::size_t u = 0; u < units; ++u) {
        domain::Unit unit;
        unit.code = "e" + std::to_string(u);
        unit.name = unit.code;
        unit.operation = "skola";
        all.emplace_back(domain::UnitId{static_cast<std::int64_t>(u)}, std::move(unit));
    }
    Dataset data;
    data.units = in_tree_order(std::move(all));
    data.groups.push_back({"T", "totalt", "", domain::GroupKind::total});
    CubeBuilder cube{units, domain::Periodicity::year};
    test::Chance chance{5};
    auto const odd = data.find_unit("e777").value();
    for (std::size_t t = 0; t < years; ++t)
        for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
            auto const value = 50 + chance.normal() + (unit == odd && t + 2 >= years ? 40 : 0);
            REQUIRE(cube.add(unit, GroupIndex{},
                             domain::Period::make(domain::Periodicity::year, 2010 + static_cast<int>(t)),
                             domain::Measured{value, {}, false}));
        }
    MeasureData measure;
    measure.measure.code = "m";
    measure.measure.polarity = domain::Direction::higher_is_better;
    measure.cube = cube.build();
    data.measures.push_back(std::move(measure));

    auto const list = follow_up(data, {});
    CHECK(list.series_checked == units);
    auto const* card = test::find_card(list, data, "m", "e777");
    REQUIRE(card != nullptr);
    auto const* change = test::find_finding(*card, FindingKind::change, "T", data);
    REQUIRE(change != nullptr);
    CHECK(change->certainty == Certainty::confirmed);
    CHECK(list.cards.size() < 100);
}

} // namespace
} // namespace rodtrad::study
