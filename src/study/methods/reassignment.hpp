#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace rodtrad::study {

// What a statistic would have been, had other units been the treated ones (Fisher 1935).
struct PlaceboTest {
    double p = 1; // share of the reassignments with a statistic at least as far from 0, the true one among them
    std::size_t assigned = 0; // reassignments that it stands on
};

inline constexpr std::size_t most_reassignments = 999;

// `labels` say of each unit what it got; they are handed out anew in every way there is where those are at most 999,
// else in 999 ways drawn with std::mt19937_64 seeded by 1935, so that the same question always has the same answer.
// `statistic` is asked with the labels of one way.
PlaceboTest placebo_test(std::span<std::uint32_t const> labels,
                         std::function<double(std::span<std::uint32_t const>)> const& statistic);

} // namespace rodtrad::study
