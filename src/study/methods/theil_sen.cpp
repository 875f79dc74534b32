#include "study/methods/theil_sen.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/magnitude.hpp"
#include "study/methods/mann_kendall.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace rodtrad::study {

namespace {

std::vector<double> every(std::size_t step, std::span<double const> column) {
    std::vector<double> kept;
    for (std::size_t at = 0; at < column.size(); at += step) kept.push_back(column[at]);
    return kept;
}

std::vector<double> slopes_of_pairs(std::span<double const> times, std::span<double const> values) {
    std::vector<double> slopes;
    slopes.reserve(times.size() * (times.size() - 1) / 2);
    for (std::size_t i = 0; i < times.size(); ++i)
        for (std::size_t j = i + 1; j < times.size(); ++j)
            slopes.push_back((values[j] - values[i]) / (times[j] - times[i]));
    return slopes;
}

// The slope of a rank counted from 1; nothing outside the ranks there are.
std::optional<double> slope_at(std::span<double> slopes, double rank) {
    if (rank < 1 || rank > static_cast<double>(slopes.size())) return {};
    auto const place = slopes.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::nth_element(slopes.begin(), place, slopes.end());
    return *place;
}

} // namespace

Answer<TheilSen> theil_sen(std::span<double const> times, std::span<double const> values, double confidence) {
    assert(times.size() == values.size());
    if (values.size() < 2) return NoAnswer::too_few_points;
    if (values.size() > most_for_all_pairs) {
        auto const step = (values.size() + most_for_all_pairs - 1) / most_for_all_pairs;
        return theil_sen(every(step, times), every(step, values), confidence);
    }
    // By half, and back: the difference of two figures is then always a finite number.
    auto const exponent = magnitude_of(values).value() + 1;
    auto slopes = slopes_of_pairs(times, scaled_down(values, exponent));
    for (auto& slope : slopes) slope = std::ldexp(slope, exponent);
    TheilSen result;
    result.slope = median_of(slopes);
    if (!std::isfinite(result.slope)) return NoAnswer::out_of_range;
    auto const pairs = static_cast<double>(slopes.size());
    auto const reach = critical_z(confidence) * std::sqrt(mann_kendall_variance(values));
    auto const lower = slope_at(slopes, std::nearbyint((pairs - reach) / 2));
    auto const upper = slope_at(slopes, std::nearbyint((pairs + reach) / 2 + 1));
    if (lower && upper && std::isfinite(*upper - *lower)) result.limits = {*lower, *upper};
    return result;
}

} // namespace rodtrad::study
