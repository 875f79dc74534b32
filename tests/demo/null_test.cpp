// The promise of the follow-up, kept on an organisation where nothing deviates: of many such organisations, at most one
// in twenty has anything confirmed of a kind.

#include "demo/dataset_of.hpp"
#include "study/follow_up.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

using namespace rodtrad;

namespace {

constexpr double promised_share = 0.05;
constexpr std::array<std::string_view, 6> kind_names{"target", "change", "comparison", "gap", "spread", "neighbour"};

// RODTRAD_NULL_SEEDS; a full run is 200. With sanitizers a few are what there is time for.
int number_of_seeds() {
    auto const* text = std::getenv("RODTRAD_NULL_SEEDS");
    if (text != nullptr) return std::atoi(text);
#ifdef __OPTIMIZE__
    return 200;
#else
    return 3;
#endif
}

// The smallest k such that a binomial count of n, each with probability p, is at most k with probability 0.999.
int most_by_chance(int n, double p) {
    double term = 1;
    for (int i = 0; i < n; ++i) term *= 1 - p;
    double sum = term;
    int k = 0;
    while (sum < 0.999 && k < n) {
        term *= static_cast<double>(n - k) / (k + 1) * p / (1 - p);
        sum += term;
        ++k;
    }
    return k;
}

} // namespace

TEST_CASE("where nothing deviates, at most one organisation in twenty has anything confirmed of a kind") {
    auto const seeds = number_of_seeds();
    std::array<int, kind_names.size()> boards_with_confirmed{};
    std::map<std::string, int> where;
    for (int seed = 1; seed <= seeds; ++seed) {
        auto const example = demo::make_example({.seed = static_cast<std::uint64_t>(seed), .is_planted = false});
        auto const data = demo::dataset_of(example);
        auto const list = study::follow_up(data, {});
        REQUIRE(list.series_checked > 1000);
        std::array<bool, kind_names.size()> has_confirmed{};
        for (auto const& card : list.cards)
            for (auto const& finding : card.findings) {
                if (finding.certainty != study::Certainty::confirmed) continue;
                auto const kind = static_cast<std::size_t>(finding.kind);
                has_confirmed[kind] = true;
                ++where[std::string{kind_names[kind]} + " " + data.measures[finding.measure].measure.code];
            }
        for (std::size_t kind = 0; kind < kind_names.size(); ++kind) boards_with_confirmed[kind] += has_confirmed[kind];
    }
    auto const most = most_by_chance(seeds, promised_share);
    for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
        MESSAGE(std::string{kind_names[kind]}, ": confirmed in ", boards_with_confirmed[kind], " of ", seeds,
                " organisations where nothing deviates; at most ", most, " by chance");
        CHECK(boards_with_confirmed[kind] <= most);
    }
    for (auto const& [name, findings] : where) MESSAGE(name, ": ", findings);
}
