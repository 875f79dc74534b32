#include "study/methods/runs.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <utility>
#include <vector>

using namespace rodtrad::study;

TEST_CASE("a long run on one side of the median is a signal, and points on it are passed over") {
    std::vector<double> const values{1.0, 2, 3, 2, 1, 2, 1, 5, 9, 8, 9, 8, 7, 9, 8};
    auto const runs = runs_about_median(values);
    REQUIRE(runs);
    CHECK(runs->median == 5);
    CHECK(runs->useful == 14); // one is on it
    CHECK(runs->longest == 7);
    CHECK(runs->longest_usual == 7); // log2(14) = 3.8
    CHECK(runs->crossings == 1);
    CHECK(runs->fewest_crossings == 4);
    CHECK(runs->is_signal()); // by its few crossings
}

TEST_CASE("the limits of runs are those printed by Anhøj and Olesen") {
    auto const limits = [](std::size_t useful) {
        std::vector<double> values;
        for (std::size_t at = 0; at < useful; ++at) values.push_back(at % 2 == 0 ? 1 : -1);
        auto const runs = runs_about_median(values);
        CHECK_FALSE(runs->is_signal());
        return std::pair{runs->longest_usual, runs->fewest_crossings};
    };
    CHECK(limits(10) == std::pair<std::size_t, std::size_t>{6, 2});
    CHECK(limits(24) == std::pair<std::size_t, std::size_t>{8, 8});
    CHECK(limits(30) == std::pair<std::size_t, std::size_t>{8, 10});
    CHECK(limits(100'000).first == 20);
}

TEST_CASE("a series that stands still has no runs, and one without figures no answer") {
    auto const still = runs_about_median(std::vector(12, 4.2));
    CHECK(still->useful == 0);
    CHECK_FALSE(still->is_signal());
    CHECK(runs_about_median({}).reason() == NoAnswer::no_data);
    CHECK(runs_about_median(std::vector{1.7e308, 1.6e308})->median == doctest::Approx(1.65e308));
}
