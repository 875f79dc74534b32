#pragma once

#include <cstddef>

namespace rodtrad::study {

// to[i] = multiplier × numerators[i] / denominators[i], for `count` of them.
void quotients(double multiplier, double const* numerators, double const* denominators, std::size_t count, double* to);

} // namespace rodtrad::study
