#include "study/board.hpp"
#include "study/methods/lagged_association.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using doctest::Approx;

struct Figures {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<double> values;
    void add(std::uint32_t unit, std::uint32_t period, double value) {
        units.push_back(unit);
        periods.push_back(period);
        values.push_back(value);
    }
    PanelColumn column() const { return {{units, periods}, values}; }
};

TEST_CASE("what follows one period later is found at a lag of one, and not at two") {
    test::Chance chance{5};
    Figures x;
    Figures y;
    for (std::uint32_t unit = 0; unit < 30; ++unit) {
        double before = 0;
        for (std::uint32_t t = 0; t < 8; ++t) {
            auto const now = chance.normal();
            x.add(unit, t, now);
            if (t > 0) y.add(unit, t, unit + t + 2 * before + 0.5 * chance.normal());
            before = now;
        }
    }
    auto const one = lagged_association(x.column(), y.column(), 1);
    REQUIRE(one);
    CHECK(one->rows == 30 * 7);
    CHECK(one->estimate == Approx(2).epsilon(0.1));
    CHECK(one->inference->p < 1e-9);
    CHECK(lagged_association(x.column(), y.column(), 2)->inference->p > 0.001);
}

TEST_CASE("rows without a figure the period before say nothing") {
    Figures x;
    Figures y;
    x.add(0, 3, 1);
    y.add(0, 4, 1);
    y.add(0, 5, 1);
    CHECK(lagged_association(x.column(), y.column(), 1).reason() == NoAnswer::not_identified); // one lone row
    CHECK(lagged_association(y.column(), x.column(), 1).reason() == NoAnswer::no_data);
}

TEST_CASE("changes are compared between units that have all four figures") {
    Figures x;
    Figures y;
    for (std::uint32_t unit = 0; unit < 5; ++unit) {
        x.add(unit, 0, 10);
        x.add(unit, 2, 10.0 + unit);
        y.add(unit, 1, 5);
        y.add(unit, 3, 5.0 + unit * unit);
    }
    x.add(9, 0, 1);
    y.add(9, 3, 1);
    auto const found = correlation_of_changes(x.column(), y.column(), 0, 3, 1);
    REQUIRE(found);
    CHECK(found->n == 5);
    CHECK(found->rho == 1);
    CHECK(correlation_of_changes(x.column(), y.column(), 0, 1, 1).reason() == NoAnswer::too_few_points);
}

} // namespace
} // namespace rodtrad::study
