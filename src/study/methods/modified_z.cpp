#include "study/methods/modified_z.hpp"

#include "study/kernels/selection.hpp"
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
    scale.median = median_of_many(work);
    for (auto& value : work) value = std::abs(value - scale.median);
    scale.mad = median_of_many(work);
    scale.mean_deviation = mean_of(work);
    return scale;
}

double modified_z(double value, PeerScale const& scale) {
    auto const distance = value - scale.median;
    if (scale.mad > 0) return 0.6745 * distance / scale.mad;
    if (scale.mean_deviation > 0) return distance / (1.253314 * scale.mean_deviation);
    return 0;
}

namespace {

// The MAD of normal values is as uncertain as a standard deviation on 0.37 k degrees of freedom (its efficiency: Croux
// & Rousseeuw 1992); an odd number of values gives no more than the even number below. The additions for small k were
// fitted to simulations of k = 8 … 312 normal values, 24 million values for each k: the chance of p ≤ 0.01 is then
// 0.95–1.05 of what it says, of p ≤ 0.001 0.94–1.14, of p ≤ 0.0001 0.84–1.08.
double freedom_of(PeerScale const& scale) { return 0.3675 * static_cast<double>(scale.size - scale.size % 2) + 0.8; }
double scale_of_z(PeerScale const& scale) { return 1 - 0.5 / static_cast<double>(scale.size); }

} // namespace

std::optional<double> odd_unit_p(double value, PeerScale const& scale) {
    if (scale.size < fewest_peers || scale.mad == 0) return {};
    return t_two_sided(modified_z(value, scale) / scale_of_z(scale), freedom_of(scale));
}

double odd_unit_z(double p, PeerScale const& scale) { return critical_t(1 - p, freedom_of(scale)) * scale_of_z(scale); }

} // namespace rodtrad::study
