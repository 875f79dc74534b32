#include "study/methods/reassignment.hpp"

#include "study/methods/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace rodtrad::study {

namespace {

constexpr std::uint64_t seed = 1935;
constexpr double as_far = 1 - 1e-9; // as far but for the last digits

// n! / Π n_label!
double ways_of(std::span<std::uint32_t const> sorted) {
    auto log_ways = log_factorial(static_cast<double>(sorted.size()));
    for (auto first = sorted.begin(); first != sorted.end();) {
        auto const last = std::upper_bound(first, sorted.end(), *first);
        log_ways -= log_factorial(static_cast<double>(last - first));
        first = last;
    }
    return std::exp(log_ways);
}

// The same on every machine, which std::shuffle is not.
void shuffle(std::vector<std::uint32_t>& labels, std::mt19937_64& chance) {
    for (auto left = labels.size(); left > 1; --left) {
        auto const fair = std::mt19937_64::max() - std::mt19937_64::max() % left;
        auto drawn = chance();
        while (drawn >= fair) drawn = chance();
        std::swap(labels[left - 1], labels[drawn % left]);
    }
}

} // namespace

PlaceboTest placebo_test(std::span<std::uint32_t const> labels,
                         std::function<double(std::span<std::uint32_t const>)> const& statistic) {
    std::vector<std::uint32_t> handed_out(labels.begin(), labels.end());
    auto const found = std::abs(statistic(handed_out)) * as_far;
    std::ranges::sort(handed_out);
    std::size_t as_much = 0;
    std::size_t ways = 0;
    auto const try_one = [&] {
        ++ways;
        if (std::abs(statistic(handed_out)) >= found) ++as_much;
    };
    if (ways_of(handed_out) < static_cast<double>(most_reassignments) + 0.5) {
        do try_one();
        while (std::ranges::next_permutation(handed_out).found);
        return {static_cast<double>(as_much) / static_cast<double>(ways), ways};
    }
    std::mt19937_64 chance{seed};
    while (ways < most_reassignments) {
        shuffle(handed_out, chance);
        try_one();
    }
    return {static_cast<double>(as_much + 1) / static_cast<double>(ways + 1), ways};
}

} // namespace rodtrad::study
