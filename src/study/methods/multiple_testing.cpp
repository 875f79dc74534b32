#include "study/methods/multiple_testing.hpp"

#include <algorithm>
#include <cstdint>

namespace rodtrad::study {

namespace {

struct Ranked {
    double p;
    std::uint32_t at;
};

std::vector<Ranked> ascending(std::span<std::optional<double> const> p) {
    std::vector<Ranked> ranked;
    ranked.reserve(p.size());
    for (std::size_t at = 0; at < p.size(); ++at)
        if (p[at]) ranked.push_back({*p[at], static_cast<std::uint32_t>(at)});
    std::ranges::sort(ranked, {}, &Ranked::p);
    return ranked;
}

// From the largest p down: p·m·factor/rank, never larger than the one before.
PValues stepped_up(std::span<std::optional<double> const> p, auto const& factor_for) {
    auto const ranked = ascending(p);
    auto const m = static_cast<double>(ranked.size());
    auto const factor = factor_for(ranked.size());
    PValues adjusted(p.size());
    double smallest = 1;
    for (auto rank = ranked.size(); rank >= 1; --rank) {
        auto const& [value, at] = ranked[rank - 1];
        smallest = std::min(smallest, factor * m / static_cast<double>(rank) * value);
        adjusted[at] = smallest;
    }
    return adjusted;
}

} // namespace

PValues benjamini_hochberg(std::span<std::optional<double> const> p) {
    return stepped_up(p, [](std::size_t) { return 1.0; });
}

PValues benjamini_yekutieli(std::span<std::optional<double> const> p) {
    return stepped_up(p, [](std::size_t m) {
        double harmonic = 0;
        for (std::size_t i = 1; i <= m; ++i) harmonic += 1 / static_cast<double>(i);
        return harmonic;
    });
}

PValues holm(std::span<std::optional<double> const> p) {
    auto const ranked = ascending(p);
    PValues adjusted(p.size());
    double largest = 0;
    for (std::size_t rank = 1; rank <= ranked.size(); ++rank) {
        auto const& [value, at] = ranked[rank - 1];
        largest = std::max(largest, static_cast<double>(ranked.size() + 1 - rank) * value);
        adjusted[at] = std::min(1.0, largest);
    }
    return adjusted;
}

PValues bonferroni(std::span<std::optional<double> const> p) {
    auto const m = static_cast<double>(std::ranges::count_if(p, [](auto const& value) { return value.has_value(); }));
    PValues adjusted(p.size());
    for (std::size_t at = 0; at < p.size(); ++at)
        if (p[at]) adjusted[at] = std::min(1.0, m * *p[at]);
    return adjusted;
}

} // namespace rodtrad::study
