#include "study/board.hpp"
#include "study/expected.hpp"
#include "study/peers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace rodtrad::study {
namespace {

using doctest::Approx;
using test::Board;
using test::Chance;

// Units with two conditions that matter and one that does not.
struct Cohort {
    std::vector<double> values;
    std::vector<double> weights;
    std::vector<std::vector<double>> conditions{3};

    Cohort(std::size_t units, std::uint64_t seed, double matters = 1) {
        Chance chance{seed};
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (auto& condition : conditions) condition.push_back(50 + 10 * chance.normal());
            weights.push_back(std::exp(6 + chance.normal()));
            auto const noise = std::sqrt(1 + 400 / weights.back()); // some that all have, some that small units have
            values.push_back(70 + matters * (0.3 * conditions[0].back() - 0.2 * conditions[1].back()) +
                             noise * chance.normal());
        }
    }
    Answer<Expectation, NoExpectation> expectation() const {
        return expected_given_conditions(values, weights, conditions);
    }
};

TEST_CASE("a unit's expectation is what its conditions say, and each condition's part in it is told") {
    Cohort const cohort{290, 1};
    auto const found = cohort.expectation();
    REQUIRE(found);
    CHECK(found->conditions[0].deviation == Approx(10).epsilon(0.1));
    CHECK(found->conditions[0].per_deviation == Approx(3).epsilon(0.1));
    CHECK(found->conditions[1].per_deviation == Approx(-2).epsilon(0.1));
    CHECK(std::abs(found->conditions[2].per_deviation) < 0.3);
    CHECK(found->explained > 0.75);
    CHECK(found->explained < 0.95);
    for (std::size_t unit = 0; unit < 290; ++unit)
        CHECK(found->expected[unit] + found->residual[unit] == Approx(cohort.values[unit]));
}

TEST_CASE("a unit has no part in its own expectation") {
    Cohort cohort{60, 2};
    auto const before = cohort.expectation();
    cohort.values[7] += 1e-3;
    auto const after = cohort.expectation();
    CHECK(after->expected[7] == Approx(before->expected[7]).epsilon(1e-5));
    CHECK(after->residual[7] - before->residual[7] == Approx(1e-3).epsilon(0.1));
}

TEST_CASE("where all units are as their conditions say, one in twenty has a p below 0.05, small and large alike") {
    double small = 0;
    double small_below = 0;
    double large = 0;
    double large_below = 0;
    double far_below = 0;
    for (std::uint64_t seed = 1; seed <= 14; ++seed) {
        Cohort const cohort{150, seed};
        auto const found = cohort.expectation();
        REQUIRE(found);
        for (std::size_t unit = 0; unit < 150; ++unit) {
            auto const is_small = cohort.weights[unit] < 400;
            auto const is_below = found->p[unit] < 0.05;
            (is_small ? small : large) += 1;
            (is_small ? small_below : large_below) += is_below ? 1 : 0;
            far_below += found->p[unit] < 0.001 ? 1 : 0;
        }
    }
    CHECK(small_below / small > 0.03);
    CHECK(small_below / small < 0.07);
    CHECK(large_below / large > 0.03);
    CHECK(large_below / large < 0.07);
    CHECK(far_below / (small + large) < 0.004);
}

TEST_CASE("several units far off do not hide each other") {
    Cohort cohort{100, 3};
    for (std::size_t unit = 0; unit < 8; ++unit) {
        cohort.weights[unit] = 1000;
        cohort.values[unit] = 70 + 0.3 * cohort.conditions[0][unit] - 0.2 * cohort.conditions[1][unit] + 9;
    }
    auto const found = cohort.expectation();
    REQUIRE(found);
    for (std::size_t unit = 0; unit < 8; ++unit) CHECK(found->p[unit] < 0.001);
}

TEST_CASE("what explains next to nothing is refused, and said to") {
    int refused = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto const found = Cohort{150, seed, 0}.expectation();
        if (!found) {
            CHECK(found.reason() == NoExpectation::explains_too_little);
            ++refused;
        }
    }
    CHECK(refused >= 11);
    Cohort same{50, 4};
    same.values.assign(50, 7);
    CHECK(same.expectation().reason() == NoExpectation::explains_too_little);
    Cohort flat{50, 5};
    for (auto& condition : flat.conditions) condition.assign(50, 0.1);
    CHECK(flat.expectation().reason() == NoExpectation::explains_too_little);
}

TEST_CASE("fewer than 30 units, or than five for each condition, are too few") {
    CHECK(Cohort{29, 6}.expectation().reason() == NoExpectation::too_few_units);
    CHECK(Cohort{30, 6}.expectation());
    Cohort many{34, 6};
    for (int more = 0; more < 4; ++more) many.conditions.push_back(many.conditions[0]);
    CHECK(many.expectation().reason() == NoExpectation::too_few_units);
    CHECK(expected_given_conditions(many.values, {}, {}).reason() == NoExpectation::no_conditions);
}

TEST_CASE("conditions that say the same share their part, and one that never differs has none") {
    Cohort cohort{120, 7};
    cohort.conditions.push_back(cohort.conditions[0]);
    cohort.conditions.emplace_back(120, 5.0);
    auto const found = cohort.expectation();
    REQUIRE(found);
    CHECK(found->conditions[0].per_deviation == Approx(found->conditions[3].per_deviation));
    CHECK(found->conditions[0].per_deviation + found->conditions[3].per_deviation == Approx(3).epsilon(0.15));
    CHECK(found->conditions[4].per_deviation == 0);
    CHECK(found->conditions[4].deviation == 0);
}

TEST_CASE("figures of any size have the same answer in their own size") {
    Cohort cohort{60, 8};
    auto const small = cohort.expectation();
    for (auto& value : cohort.values) value *= 1e305;
    for (auto& value : cohort.conditions[0]) value *= 1e-305;
    for (auto& weight : cohort.weights) weight *= 1e-300;
    auto const large = cohort.expectation();
    REQUIRE(large);
    CHECK(large->expected[5] == Approx(1e305 * small->expected[5]));
    CHECK(large->p[5] == Approx(small->p[5]).epsilon(1e-6));
    cohort.values[3] = std::numeric_limits<double>::quiet_NaN();
    CHECK(cohort.expectation().reason() == NoExpectation::out_of_range);
    Cohort weightless{60, 8};
    weightless.weights[3] = 0;
    CHECK(weightless.expectation().reason() == NoExpectation::out_of_range);
}

// 40 schools with a result and two conditions, of which one is older than the other.
Board schools(std::uint64_t seed) {
    Board board;
    Chance chance{seed};
    board.measure("resultat").conditions = {"bakgrund", "storlek"};
    board.measure("bakgrund");
    board.measure("storlek");
    for (int school = 0; school < 40; ++school) {
        auto const code = "s" + std::to_string(10 + school);
        board.unit(code);
        auto const background = chance.normal();
        auto const size = chance.normal();
        board.series("resultat", code, "2024", {50 + 4 * background + chance.normal()});
        board.series("bakgrund", code, "2022", {background + 100, background, 1000});
        board.series("storlek", code, "2019", {size});
    }
    return board;
}

Answer<UnitsExpectation, NoExpectation> of_schools(Dataset const& data) {
    auto const measure = data.find_measure("resultat").value();
    return expected_given_conditions(data, measure, 0, data.measures[measure].cube->periods() - 1,
                                     Peers{data}.cohort(UnitIndex{0}));
}

TEST_CASE("a condition's figure is the latest known when the period ends") {
    auto board = schools(1);
    auto const data = board.dataset();
    auto const found = of_schools(data);
    REQUIRE_FALSE(found); // the background of 2024 is 1000 for all: it explains nothing
    CHECK(found.reason() == NoExpectation::explains_too_little);

    auto earlier = schools(1);
    earlier.measure("resultat");
    for (int school = 0; school < 40; ++school)
        earlier.series("resultat", "s" + std::to_string(10 + school), "2023", {school % 7 * 1.0});
    auto const of_2023 = earlier.dataset();
    auto const measure = of_2023.find_measure("resultat").value();
    auto const unrelated = expected_given_conditions(of_2023, measure, 0, 0, Peers{of_2023}.cohort(UnitIndex{0}));
    CHECK(unrelated.reason() == NoExpectation::explains_too_little);
}

TEST_CASE("units that lack a condition are left out, and where too many do, that is the reason") {
    auto board = schools(2);
    for (int school = 0; school < 40; ++school)
        board.series("bakgrund", "s" + std::to_string(10 + school), "2024", {school * 1.0});
    for (int school = 0; school < 40; ++school)
        board.series("resultat", "s" + std::to_string(10 + school), "2024", {3.0 * school + school % 3});
    board.unit("ny").series("resultat", "ny", "2024", {5});
    auto const data = board.dataset();
    auto const found = of_schools(data);
    REQUIRE(found);
    CHECK(found->units.size() == 40);
    CHECK(found->model.explained > 0.9);
    CHECK(found->conditions.size() == 2);

    board.measure("resultat").conditions.emplace_back("finns inte");
    CHECK(of_schools(board.dataset()).reason() == NoExpectation::conditions_missing);
    board.measure("resultat").conditions = {"ny"};
    board.measure("ny");
    board.series("ny", "s10", "2024", {1});
    CHECK(of_schools(board.dataset()).reason() == NoExpectation::conditions_missing);
    board.measure("resultat").conditions.clear();
    CHECK(of_schools(board.dataset()).reason() == NoExpectation::no_conditions);
}

} // namespace
} // namespace rodtrad::study
