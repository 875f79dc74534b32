#include "study/methods/modified_z.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <cassert>
#include <cmath>
#include <vector>

namespace rodtrad::study {

PeerScale peer_scale(std::span<double const> values) {
    assert(!values.empty());
    PeerScale scale;
    scale.size = values.size();
    std::vector<double> work(values.begin(), values.end());
    scale.median = median_of(work);
    for (auto& value : work) value = std::abs(value - scale.median);
    scale.mad = median_of(work);
    scale.mean_deviation = mean_of(work);
    return scale;
}

double modified_z(double value, PeerScale const& scale) {
    auto const distance = value - scale.median;
    if (scale.mad > 0) return 0.6745 * distance / scale.mad;
    if (scale.mean_deviation > 0) return distance / (1.253314 * scale.mean_deviation);
    return 0;
}

} // namespace rodtrad::study
