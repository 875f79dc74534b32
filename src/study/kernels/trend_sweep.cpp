#include "study/kernels/trend_sweep.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace rodtrad::study {

namespace {

constexpr auto most_slopes = trend_periods * (trend_periods - 1) / 2;
constexpr auto largest = std::numeric_limits<double>::max();

// A change too large for a double is the largest there is.
double slope_between(double earlier, double later, double periods) {
    auto const slope = (later - earlier) / periods;
    if (std::abs(slope) <= largest) return slope;
    return std::clamp(later / periods - earlier / periods, -largest, largest);
}

struct Trend {
    double slope = Plane::no_value;
    double z = Plane::no_value;
};

Trend trend_of_unit(Plane const& plane, std::size_t from, std::size_t end, std::size_t unit) {
    std::array<double, trend_periods> figures{};
    std::array<double, trend_periods> times{};
    std::size_t n = 0;
    for (auto t = from; t < end; ++t) {
        auto const figure = plane.row(t)[unit];
        if (std::isnan(figure)) continue;
        figures[n] = figure;
        times[n++] = static_cast<double>(t);
    }
    if (n < 2) return {};

    std::array<double, most_slopes> slopes{};
    std::size_t pairs = 0;
    double rising = 0;
    double falling = 0;
    double ties = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double equals = 0;
        for (std::size_t j = 0; j < n; ++j) {
            if (j == i) continue;
            equals += figures[j] == figures[i] ? 1 : 0;
            if (j < i) continue;
            slopes[pairs++] = slope_between(figures[i], figures[j], times[j] - times[i]);
            rising += figures[j] > figures[i] ? 1 : 0;
            falling += figures[j] < figures[i] ? 1 : 0;
        }
        // Each of the t members of a tied group sees t − 1 equals: together they give t (t − 1) (2t + 5).
        ties += equals * (2 * equals + 7);
    }
    auto const middle = slopes.begin() + static_cast<std::ptrdiff_t>(pairs / 2);
    auto const last = slopes.begin() + static_cast<std::ptrdiff_t>(pairs);
    std::nth_element(slopes.begin(), middle, last);
    auto const slope = pairs % 2 == 1 ? *middle : std::midpoint(*std::max_element(slopes.begin(), middle), *middle);

    auto const count = static_cast<double>(n);
    auto const variance = (count * (count - 1) * (2 * count + 5) - ties) / 18;
    auto const s = rising - falling;
    auto const nearer_zero = s > 0 ? s - 1 : s < 0 ? s + 1 : 0;
    return {slope, variance > 0 ? nearer_zero / std::sqrt(variance) : 0};
}

} // namespace

void trend_sweep(Plane const& plane, std::size_t from, std::size_t end, double* slope, double* z) {
    assert(from <= end && end - from <= trend_periods);
    for (std::size_t unit = 0; unit < plane.stride(); ++unit) {
        auto const trend = trend_of_unit(plane, from, end, unit);
        slope[unit] = trend.slope;
        z[unit] = trend.z;
    }
}

} // namespace rodtrad::study
