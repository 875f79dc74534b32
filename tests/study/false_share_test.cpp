// The promise of the list on figures of which the truth is known, at small size; bench/false_share.sh is the full one.

#include "study/simulated_steps.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace rodtrad::study::test;

namespace {

FalseShare simulated(double autocorrelation, std::vector<double> sizes) {
    SimulationSettings settings;
    settings.measures = 40;
    settings.units = 120;
    settings.spread = NoiseSpread::inverse_chi_square;
    settings.autocorrelation = autocorrelation;
    settings.sizes = std::move(sizes);
    FalseShare found;
    for (settings.seed = 1; settings.seed <= 3; ++settings.seed) found += simulate(settings);
    return found;
}

} // namespace

TEST_CASE("of the changes confirmed, at most one in twenty is chance, and most large steps are among them") {
    auto const found = simulated(0, {4});
    REQUIRE(found.confirmed >= 50);
    CHECK(found.share() <= 0.05);
    auto const& [size, steps, right] = found.by_size[0];
    CHECK(size == 4);
    CHECK(static_cast<double>(right) >= 0.8 * static_cast<double>(steps));
}

TEST_CASE("the share of chance is bounded for steps of any size, and in noise that remembers the year before") {
    auto const mixed = simulated(0, {1, 2, 3, 4, 5, 6});
    REQUIRE(mixed.confirmed >= 50);
    CHECK(mixed.share() <= 0.05);
    auto const remembering = simulated(0.3, {4, 6, 8});
    REQUIRE(remembering.confirmed >= 50);
    CHECK(remembering.share() <= 0.07);
}

TEST_CASE("where nothing happened nothing is found") {
    SimulationSettings settings;
    settings.measures = 40;
    settings.units = 120;
    settings.share_of_steps = 0;
    CHECK(simulate(settings).confirmed <= 1);
}
