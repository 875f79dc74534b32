#include "study/methods/summary.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rodtrad::study;

TEST_CASE("a weighted mean counts people, an unweighted one counts units") {
    auto const summary = summary_of(std::vector{50.0, 90.0}, std::vector{300.0, 100.0});
    CHECK(summary->n == 2);
    CHECK(*summary->weighted_mean == doctest::Approx(60));
    CHECK(summary->unweighted_mean == doctest::Approx(70));
    CHECK(summary->p50 == doctest::Approx(70));
    CHECK(summary->p10 == doctest::Approx(54));
    CHECK(*summary->deviation == doctest::Approx(28.284271247461902));
}

TEST_CASE("equal weights are assumed where none are given, and weights of nothing weigh nothing") {
    CHECK(summary_of(std::vector{1.0, 2.0, 6.0}, {})->weighted_mean == 3);
    CHECK_FALSE(summary_of(std::vector{1.0, 2.0}, std::vector{0.0, 0.0})->weighted_mean);
    CHECK(summary_of(std::vector{1.0, 2.0}, std::vector{0.0, 0.0})->unweighted_mean == 1.5);
}

TEST_CASE("one unit has no spread, no units have no summary") {
    CHECK_FALSE(summary_of(std::vector{4.0}, {})->deviation);
    CHECK(summary_of(std::vector{4.0}, {})->p90 == 4);
    CHECK(summary_of({}, {}).reason() == NoAnswer::no_data);
}
