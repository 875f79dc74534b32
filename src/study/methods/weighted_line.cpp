#include "study/methods/weighted_line.hpp"

#include <cassert>
#include <cstddef>

namespace rodtrad::study {

WeightedLine weighted_line(std::span<double const> x, std::span<double const> y, std::span<double const> weights) {
    assert(x.size() == y.size() && x.size() == weights.size());
    double sum = 0;
    double sum_x = 0;
    double sum_y = 0;
    for (std::size_t at = 0; at < x.size(); ++at) {
        sum += weights[at];
        sum_x += weights[at] * x[at];
        sum_y += weights[at] * y[at];
    }
    WeightedLine line;
    line.middle = sum_x / sum;
    auto const level = sum_y / sum;
    double together = 0;
    for (std::size_t at = 0; at < x.size(); ++at) {
        auto const distance = x[at] - line.middle;
        line.spread += weights[at] * distance * distance;
        together += weights[at] * distance * (y[at] - level);
    }
    line.slope = together / line.spread;
    line.intercept = level - line.slope * line.middle;
    return line;
}

} // namespace rodtrad::study
