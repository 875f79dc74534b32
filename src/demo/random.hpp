#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rodtrad::demo {

// A stream of chance of its own for every name, so that one more measure or unit does not disturb the others.
// The standard library's distributions differ between platforms; these do not.
// xoshiro256** (Blackman & Vigna 2018), seeded by splitmix64 over the seed and the FNV-1a hash of the name.
class Random {
public:
    Random(std::uint64_t seed, std::string_view name);

    double uniform(); // [0, 1)
    double normal();  // mean 0, deviation 1 (Marsaglia's polar method)
    int binomial(int n, double p);
    int poisson(double mean);

private:
    std::uint64_t next();
    std::array<std::uint64_t, 4> m_state = {};
};

} // namespace rodtrad::demo
