#include "study/methods/mann_kendall.hpp"

#include "study/methods/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace rodtrad::study {

namespace {

// How many values are equal, for each value that there is more than one of.
std::vector<double> tie_sizes(std::span<double const> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    std::vector<double> sizes;
    for (auto from = sorted.begin(); from != sorted.end();) {
        auto const to = std::upper_bound(from, sorted.end(), *from);
        if (to - from > 1) sizes.push_back(static_cast<double>(to - from));
        from = to;
    }
    return sizes;
}

double variance_of_s(double n, std::span<double const> ties) {
    auto const part = [](double size) { return size * (size - 1) * (2 * size + 5); };
    auto sum = part(n);
    for (auto const size : ties) sum -= part(size);
    return sum / 18;
}

// Pairs in which the earlier value is the greater, counted while the values are sorted by merging.
std::int64_t sort_counting_falls(std::span<double> values, std::span<double> work) {
    if (values.size() < 2) return 0;
    auto const half = values.size() / 2;
    auto const left = values.first(half);
    auto const right = values.subspan(half);
    auto falls = sort_counting_falls(left, work.first(half)) + sort_counting_falls(right, work.subspan(half));
    std::size_t l = 0;
    std::size_t r = 0;
    for (auto& slot : work) {
        auto const takes_left = r == right.size() || (l < left.size() && left[l] <= right[r]);
        if (!takes_left) falls += static_cast<std::int64_t>(left.size() - l);
        slot = takes_left ? left[l++] : right[r++];
    }
    std::ranges::copy(work, values.begin());
    return falls;
}

// For every n below 50: the chance that a random order of n has at most k inversions, k = 0 … half of all pairs. The
// n-th value in turn comes before 0 … n − 1 of the others, each as likely.
using Chances = std::array<std::vector<double>, fewest_for_normal_s>;
Chances inversion_chances() {
    Chances result;
    std::vector<double> density{1};
    for (std::size_t n = 1; n < fewest_for_normal_s; ++n) {
        std::vector<double> next(density.size() + n - 1, 0.0);
        for (std::size_t k = 0; k < density.size(); ++k)
            for (std::size_t before = 0; before < n; ++before) next[k + before] += density[k] / static_cast<double>(n);
        density = std::move(next);
        double chance = 0;
        for (std::size_t k = 0; k <= density.size() / 2; ++k) result[n].push_back(chance += density[k]);
    }
    return result;
}

double exact_p(std::size_t n, std::int64_t s) {
    static auto const chances = inversion_chances();
    auto const pairs = static_cast<std::int64_t>(n * (n - 1) / 2);
    auto const rarer = static_cast<std::size_t>((pairs - std::abs(s)) / 2); // as many inversions, or non-inversions
    return std::min(1.0, 2 * chances[n][rarer]);
}

} // namespace

double mann_kendall_variance(std::span<double const> values) {
    return variance_of_s(static_cast<double>(values.size()), tie_sizes(values));
}

Answer<MannKendall> mann_kendall(std::span<double const> values) {
    if (values.size() < fewest_for_mann_kendall) return NoAnswer::too_few_points;
    auto const n = static_cast<double>(values.size());
    auto const ties = tie_sizes(values);
    auto const pairs = n * (n - 1) / 2;
    auto tied_pairs = 0.0;
    for (auto const size : ties) tied_pairs += size * (size - 1) / 2;

    MannKendall result;
    std::vector<double> sorted(values.begin(), values.end());
    std::vector<double> work(values.size());
    result.s = static_cast<std::int64_t>(pairs - tied_pairs) - 2 * sort_counting_falls(sorted, work);
    result.variance = variance_of_s(n, ties);
    if (tied_pairs == pairs) return result; // all equal: no trend, p = 1
    auto const s = static_cast<double>(result.s);
    result.tau_b = s / std::sqrt(pairs * (pairs - tied_pairs));
    auto const nearer_to_0 = s > 0 ? s - 1 : std::min(s + 1, 0.0);
    result.z = nearer_to_0 / std::sqrt(result.variance);
    result.p_normal = normal_two_sided(result.z);
    result.is_exact = ties.empty() && values.size() < fewest_for_normal_s;
    result.p = result.is_exact ? exact_p(values.size(), result.s) : result.p_normal;
    return result;
}

} // namespace rodtrad::study
