#pragma once

#include "study/follow_up.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rodtrad::study::test {

// How the noise of the units of a measure differs from unit to unit, on 10 degrees of freedom about the measure's own.
enum class NoiseSpread : std::uint8_t {
    chi_square,         // variance × χ²/10: some units are far quieter than the others
    inverse_chi_square, // variance × 10/χ²: some are far noisier, as limma's prior supposes
};

struct SimulationSettings {
    std::size_t measures = 345;
    std::size_t units = 290;
    double autocorrelation = 0; // of a series with its own year before
    NoiseSpread spread = NoiseSpread::chi_square;
    double share_of_steps = 0.02;
    // Higher or lower by one of these, in standard deviations of the series' own noise; each as often.
    std::vector<double> sizes{4};
    std::uint64_t seed = 1;
    int threads = 2;
};

// What the list confirmed, against what is known to be true.
struct FalseShare {
    struct OfSize {
        double size = 0;
        std::size_t steps = 0;
        std::size_t found = 0; // confirmed as a change, in the right direction
    };
    std::vector<OfSize> by_size; // as the settings have them
    std::size_t series = 0;
    std::size_t confirmed = 0;  // changes
    std::size_t false_ones = 0; // of them: where there is no step, or one the other way

    FalseShare& operator+=(FalseShare const& other); // of the same sizes, or onto nothing
    double share() const {
        return confirmed == 0 ? 0 : static_cast<double>(false_ones) / static_cast<double>(confirmed);
    }
};

// One organisation by chance, through the whole follow-up: ten years of normal noise in every series, and in some of
// them another level in the last four. The same settings give the same figures on every machine.
FalseShare simulate(SimulationSettings const& settings);

} // namespace rodtrad::study::test
