#include "study/kernels/quotients.hpp"

namespace rodtrad::study {

[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
void quotients(double multiplier, double const* numerators, double const* denominators, std::size_t count, double* to) {
    for (std::size_t i = 0; i < count; ++i) to[i] = multiplier * numerators[i] / denominators[i];
}

} // namespace rodtrad::study
