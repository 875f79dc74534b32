#include "demo/random.hpp"

#include <bit>
#include <cmath>

namespace rodtrad::demo {

namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    auto z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (char const letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
    return hash;
}

} // namespace

Random::Random(std::uint64_t seed, std::string_view name) {
    auto state = splitmix64(seed) ^ fnv1a(name);
    for (auto& word : m_state) word = splitmix64(state);
}

std::uint64_t Random::next() {
    auto const result = std::rotl(m_state[1] * 5, 7) * 9;
    auto const shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

double Random::normal() {
    for (;;) {
        auto const x = 2 * uniform() - 1;
        auto const y = 2 * uniform() - 1;
        auto const square = x * x + y * y;
        if (square > 0 && square < 1) return x * std::sqrt(-2 * std::log(square) / square);
    }
}

int Random::binomial(int n, double p) {
    // One draw a person: not the quickest way, but plainly right.
    int hits = 0;
    for (int i = 0; i < n; ++i) hits += uniform() < p ? 1 : 0;
    return hits;
}

int Random::poisson(double mean) {
    // Knuth's product of uniforms, in portions so that exp(-mean) stays far from zero.
    constexpr double portion = 30;
    auto events = 0;
    while (mean > portion) {
        events += poisson(portion);
        mean -= portion;
    }
    auto const limit = std::exp(-mean);
    auto product = uniform();
    while (product > limit) {
        ++events;
        product *= uniform();
    }
    return events;
}

} // namespace rodtrad::demo
