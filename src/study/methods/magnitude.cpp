#include "study/methods/magnitude.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

std::optional<int> magnitude_of(std::span<double const> values) {
    double largest = 0;
    for (auto const value : values) {
        if (!std::isfinite(value)) return {};
        largest = std::max(largest, std::abs(value));
    }
    int exponent = 0;
    std::frexp(largest, &exponent);
    return exponent;
}

std::vector<double> scaled_down(std::span<double const> values, int exponent) {
    std::vector<double> scaled(values.size());
    std::ranges::transform(values, scaled.begin(), [&](double value) { return std::ldexp(value, -exponent); });
    return scaled;
}

} // namespace rodtrad::study
