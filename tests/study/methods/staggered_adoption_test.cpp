#include "study/board.hpp"
#include "study/methods/staggered_adoption.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace rodtrad::study {
namespace {

using doctest::Approx;

struct Panel {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<std::uint32_t> starts;
    std::vector<double> y;

    Panel& unit(std::uint32_t start, std::vector<double> const& figures) {
        for (std::uint32_t period = 0; period < figures.size(); ++period) {
            units.push_back(static_cast<std::uint32_t>(starts.size()));
            periods.push_back(period);
            y.push_back(figures[period]);
        }
        starts.push_back(start);
        return *this;
    }
    Answer<StaggeredAdoption> answer() const { return staggered_adoption({units, periods}, starts, y); }
};

Panel small() {
    Panel panel;
    panel.unit(2, {10, 11, 15, 16}).unit(2, {20, 20, 26, 25}).unit(3, {5, 6, 6, 10}).unit(3, {7, 7, 9, 12});
    panel.unit(never_treated, {1, 2, 3, 3}).unit(never_treated, {4, 4, 5, 7}).unit(never_treated, {9, 9, 9, 10});
    return panel;
}

TEST_CASE("a cohort's effect is its mean change beyond that of those who never started") {
    auto const found = small().answer();
    REQUIRE(found);
    REQUIRE(found->effects.size() == 6);
    auto const& first = found->effects[1]; // start 2, period 2, base 1
    CHECK(first.start == 2);
    CHECK(first.period == 2);
    CHECK(first.estimate == Approx(5.0 - 2.0 / 3));
    CHECK(first.error.value() == Approx(std::sqrt(1.0 / 2 + (2.0 / 9) / 3)));
    auto const& before = found->effects[3]; // start 3, period 1, base 0
    CHECK(before.estimate == Approx(0.5 - 1.0 / 3));
    auto const mean =
        (2 * found->effects[1].estimate + 2 * found->effects[2].estimate + 2 * found->effects[5].estimate) / 6;
    CHECK(found->average.estimate == Approx(mean));
}

TEST_CASE("who started before the first period is left out, and who starts after the last has not started") {
    auto panel = small();
    auto const without = panel.answer();
    panel.unit(0, {50, 1, 70, 2});
    auto const with = panel.answer();
    CHECK(with->already_treated_units == 1);
    CHECK(with->average.estimate == without->average.estimate);
    panel.unit(9, {1, 2, 3, 4});
    CHECK(panel.answer()->never_treated_units == 4);
}

TEST_CASE("a unit that lacks a period is left out and counted") {
    auto panel = small();
    auto const without = panel.answer();
    panel.unit(2, {100, 1});
    auto const with = panel.answer();
    CHECK(with->incomplete_units == 1);
    CHECK(with->average.error.value() == without->average.error.value());
}

TEST_CASE("without anybody who never started there is nobody to compare with") {
    CHECK(Panel{}.unit(1, {1, 2}).unit(1, {2, 2}).answer().reason() == NoAnswer::not_identified);
    CHECK(Panel{}.unit(never_treated, {1, 2}).answer().reason() == NoAnswer::not_identified);
    CHECK(Panel{}.unit(1, {1}).answer().reason() == NoAnswer::too_few_points);
    CHECK(Panel{}.answer().reason() == NoAnswer::no_data);
}

TEST_CASE("changes that are all the same leave no doubt to measure") {
    auto const found =
        Panel{}.unit(1, {0.1, 0.4}).unit(never_treated, {0.2, 0.3}).unit(never_treated, {0.7, 0.8}).answer();
    REQUIRE(found);
    CHECK(found->average.estimate == Approx(0.2));
    CHECK_FALSE(found->average.error);
}

TEST_CASE("without any effect, about one average in twenty is two standard errors off") {
    test::Chance chance{11};
    int far = 0;
    for (int run = 0; run < 400; ++run) {
        Panel panel;
        for (std::uint32_t unit = 0; unit < 60; ++unit) {
            std::vector<double> figures;
            for (int t = 0; t < 5; ++t) figures.push_back(unit + chance.normal());
            panel.unit(unit < 12 ? 2 : unit < 24 ? 3 : never_treated, figures);
        }
        auto const found = panel.answer();
        far += std::abs(found->average.estimate) > 1.96 * found->average.error.value() ? 1 : 0;
    }
    CHECK(far > 8);
    CHECK(far < 38);
}

} // namespace
} // namespace rodtrad::study
