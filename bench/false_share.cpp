// What the list promises, on figures of which the truth is known: 345 measures × 290 units × 10 years, a true step in
// 2 % of the series, of so many deviations of the series' own noise. How many of the confirmed changes are none, and
// how many of the steps are found.

#include "study/simulated_steps.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <vector>

using namespace rodtrad::study::test;

namespace {

constexpr std::string_view name_of(NoiseSpread spread) {
    return spread == NoiseSpread::chi_square ? "chi-square" : "inverse chi-square";
}

// Prints what came of it, with a mark where it is not as promised: at most 5 % false where 50 are confirmed, 7 % in
// noise with memory; and of steps of four deviations, where all are such and the noise has no memory, at least 85 %
// found.
void print(SimulationSettings const& settings, FalseShare const& found) {
    auto const has_memory = settings.autocorrelation > 0;
    auto const is_bounded = found.confirmed < 50 || found.share() <= (has_memory ? 0.07 : 0.05);
    fmt::print("noise {}, autocorrelation {}: {} series, {} confirmed, of which {} false: {:.1f} %{}\n",
               name_of(settings.spread), settings.autocorrelation, found.series, found.confirmed, found.false_ones,
               100 * found.share(), is_bounded ? "" : "  MORE THAN PROMISED");
    for (auto const& [size, steps, right] : found.by_size) {
        auto const share = static_cast<double>(right) / static_cast<double>(steps);
        auto const is_seen = has_memory || settings.sizes != std::vector{4.0} || share >= 0.85;
        fmt::print("    steps of {} deviations: {} of {} found, {:.1f} %{}\n", size, right, steps, 100 * share,
                   is_seen ? "" : "  LESS THAN PROMISED");
    }
}

} // namespace

int main() {
    constexpr std::uint64_t organisations = 5; // of each kind, so that chance moves the shares by few tenths
    for (auto const& sizes : {std::vector{4.0}, std::vector{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}})
        for (auto const spread : {NoiseSpread::chi_square, NoiseSpread::inverse_chi_square})
            for (auto const autocorrelation : {0.0, 0.3}) {
                SimulationSettings settings;
                settings.sizes = sizes;
                settings.spread = spread;
                settings.autocorrelation = autocorrelation;
                FalseShare found;
                for (settings.seed = 1; settings.seed <= organisations; ++settings.seed) found += simulate(settings);
                print(settings, found);
            }
}
