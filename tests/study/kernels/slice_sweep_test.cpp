#include "study/kernels/chance.hpp"
#include "study/kernels/slice_sweep.hpp"
#include "study/methods/numbers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

using namespace rodtrad::study;
using namespace rodtrad::study::tests;

namespace {

constexpr auto no_value = std::numeric_limits<double>::quiet_NaN();
constexpr auto none = UnitLayout::none;

// A forest in tree order: each unit hangs under the one before it, or under one above that, or stands alone.
UnitLayout forest(Chance& chance, std::size_t units, std::size_t cohorts) {
    std::vector<std::uint32_t> parents;
    std::vector<std::uint32_t> cohort;
    auto const deeper = chance.share();
    auto const up = chance.share();
    for (std::uint32_t unit = 0; unit < units; ++unit) {
        auto parent = unit == 0 ? none : chance.happens(deeper) ? unit - 1 : parents[unit - 1];
        while (parent != none && chance.happens(up)) parent = parents[parent];
        parents.push_back(parent);
        cohort.push_back(static_cast<std::uint32_t>(chance.below(cohorts)));
    }
    return unit_layout(std::move(parents), std::move(cohort));
}

bool same(double left, double right) { return left == right || (std::isnan(left) && std::isnan(right)); }

double quantile(std::vector<double> const& sorted, double share) {
    return sorted.empty() ? no_value : quantile_of_sorted(sorted, share);
}

struct Result {
    explicit Result(UnitLayout const& layout)
        : cohorts(layout.cohorts()), ranked(layout.cohorts(), 99), nodes(layout.nodes.size()),
          behind(layout.nodes.size(), 99), ranks(layout.units, 99) {}

    void run(SliceSweep& sweep, std::vector<double> const& values) {
        sweep.run(values.data(), cohorts.data(), ranked.data(), nodes.data(), behind.data(), ranks.data());
    }

    Slice slice(std::vector<double> const& values) {
        return {values.data(), cohorts.data(), ranked.data(), nodes.data(), behind.data(), ranks.data()};
    }

    std::vector<Quartiles> cohorts;
    std::vector<std::uint32_t> ranked;
    std::vector<Spread> nodes;
    std::vector<std::uint32_t> behind;
    std::vector<std::uint32_t> ranks;
};

void check_cohorts(UnitLayout const& layout, std::vector<double> const& values, Result const& result) {
    std::vector<std::vector<double>> figures(layout.cohorts());
    for (std::size_t unit = 0; unit < layout.units; ++unit)
        if (!std::isnan(values[unit])) figures[layout.cohort[unit]].push_back(values[unit]);
    for (std::size_t cohort = 0; cohort < layout.cohorts(); ++cohort) {
        std::ranges::sort(figures[cohort]);
        auto const& found = result.cohorts[cohort];
        auto const is_same =
            result.ranked[cohort] == figures[cohort].size() && same(found.first, quantile(figures[cohort], 0.25)) &&
            same(found.median, quantile(figures[cohort], 0.5)) && same(found.third, quantile(figures[cohort], 0.75));
        REQUIRE(is_same);
    }
    for (std::size_t unit = 0; unit < layout.units; ++unit) {
        auto const& beside = figures[layout.cohort[unit]];
        auto const above = std::ranges::count_if(beside, [&](double figure) { return figure > values[unit]; });
        auto const rank = std::isnan(values[unit]) ? 0 : static_cast<std::uint32_t>(above) + 1;
        if (result.ranks[unit] != rank) REQUIRE(result.ranks[unit] == rank);
    }
}

void check_nodes(UnitLayout const& layout, std::vector<double> const& values, Result const& result) {
    std::vector<std::vector<double>> figures(layout.nodes.size());
    for (std::size_t unit = 0; unit < layout.units; ++unit) {
        if (layout.leaf[unit] == none || std::isnan(values[unit])) continue;
        for (auto at = layout.parent[unit]; at != none; at = layout.parent[at])
            figures[layout.node[at]].push_back(values[unit]);
    }
    for (std::size_t node = 0; node < layout.nodes.size(); ++node) {
        std::ranges::sort(figures[node]);
        auto const& found = result.nodes[node];
        auto const is_same =
            result.behind[node] == figures[node].size() && same(found.least, quantile(figures[node], 0)) &&
            same(found.tenth, quantile(figures[node], 0.1)) && same(found.median, quantile(figures[node], 0.5)) &&
            same(found.ninetieth, quantile(figures[node], 0.9)) && same(found.most, quantile(figures[node], 1));
        REQUIRE(is_same);
    }
}

} // namespace

TEST_CASE("a slice of any forest is handed out as if each cohort and node had sorted its own") {
    Chance chance(2);
    for (int round = 0; round < 150; ++round) {
        auto const units = chance.happens(0.05) ? chance.between(500, 3000) : chance.between(0, 60);
        auto const layout = forest(chance, units, chance.between(1, 1 + units / 3));
        SliceSweep sweep(layout, some_processor(chance));
        for (int again = 0; again < 2; ++again) {
            auto const many = chance.between(0, 20);
            std::vector<std::vector<double>> values(many, std::vector<double>(units));
            std::vector<Result> results(many, Result(layout));
            std::vector<Slice> slices;
            for (std::size_t at = 0; at < many; ++at) {
                auto const kind = static_cast<Figures>(chance.below(kinds_of_figures));
                auto const gaps = chance.happens(0.5) ? 0 : chance.share();
                for (auto& value : values[at]) value = chance.happens(gaps) ? no_value : figure(chance, kind);
                slices.push_back(results[at].slice(values[at]));
            }
            sweep.run(slices);
            for (std::size_t at = 0; at < many; ++at) {
                check_cohorts(layout, values[at], results[at]);
                check_nodes(layout, values[at], results[at]);
            }
        }
    }
}

TEST_CASE("a hundred thousand units in one cohort are ranked") {
    constexpr std::uint32_t units = 100'000;
    std::vector<std::uint32_t> parents(units, 0);
    parents[0] = none;
    auto const layout = unit_layout(parents, std::vector<std::uint32_t>(units, 0));
    SliceSweep sweep(layout);
    Result result(layout);
    std::vector<double> values(units);
    for (std::uint32_t unit = 0; unit < units; ++unit) values[unit] = static_cast<double>(unit) * 7919 / units;
    result.run(sweep, values);
    CHECK(result.ranks[units - 1] == 1);
    CHECK(result.ranks[0] == units);
    CHECK(result.behind[0] == units - 1);
    CHECK(result.nodes[0].least == values[1]); // the node's own figure does not count below it
    check_nodes(layout, values, result);
}

TEST_CASE("figures that differ in the last bit have different ranks, equal ones share the better") {
    auto const layout = unit_layout({none, none, none, none, none}, {0, 0, 0, 0, 0});
    SliceSweep sweep(layout);
    Result result(layout);
    result.run(sweep, {1, 1 + 0x1p-52, 1, no_value, 1 - 0x1p-53});
    CHECK(result.ranks == std::vector<std::uint32_t>{2, 1, 2, 0, 4});
    CHECK(result.ranked[0] == 4);
}

TEST_CASE("minus nought ranks as nought, and infinities are in order") {
    auto const infinite = std::numeric_limits<double>::infinity();
    auto const layout = unit_layout({none, none, none, none}, {0, 0, 0, 0});
    SliceSweep sweep(layout);
    Result result(layout);
    result.run(sweep, {-0.0, 0.0, infinite, -infinite});
    CHECK(result.ranks == std::vector<std::uint32_t>{2, 2, 1, 4});
}
