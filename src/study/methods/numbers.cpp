#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace rodtrad::study {

namespace {

// Keeps beside the sum what rounding took from it.
class CompensatedSum {
public:
    void add(double value) {
        auto const next = m_sum + value;
        m_lost += std::abs(m_sum) >= std::abs(value) ? (m_sum - next) + value : (value - next) + m_sum;
        m_sum = next;
    }
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

} // namespace

double sum_of(std::span<double const> values) {
    CompensatedSum sum;
    for (auto const value : values) sum.add(value);
    return sum.value();
}

double mean_of(std::span<double const> values) {
    assert(!values.empty());
    auto const n = static_cast<double>(values.size());
    auto const first_guess = sum_of(values) / n;
    // The second pass takes back what the division rounded away: the mean of equal values is that value.
    CompensatedSum rest;
    for (auto const value : values) rest.add(value - first_guess);
    return first_guess + rest.value() / n;
}

double variance_of(std::span<double const> values) {
    assert(values.size() >= 2);
    auto const mean = mean_of(values);
    CompensatedSum squares;
    for (auto const value : values) squares.add((value - mean) * (value - mean));
    return squares.value() / static_cast<double>(values.size() - 1);
}

double quantile_of_sorted(std::span<double const> sorted, double share) {
    assert(!sorted.empty() && 0 <= share && share <= 1);
    auto const position = static_cast<double>(sorted.size() - 1) * share;
    auto const below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size()) return sorted.back();
    auto const part = position - static_cast<double>(below);
    auto const step = sorted[below + 1] - sorted[below];
    if (std::isinf(step)) return (1 - part) * sorted[below] + part * sorted[below + 1];
    return sorted[below] + part * step;
}

double median_of(std::span<double> values) {
    assert(!values.empty());
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

} // namespace rodtrad::study
