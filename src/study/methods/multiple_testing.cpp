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

namespace {

std::size_t count_at_most(std::span<std::span<double const> const> lists, double p) {
    std::size_t count = 0;
    for (auto const list : lists) count += static_cast<std::size_t>(std::ranges::upper_bound(list, p) - list.begin());
    return count;
}

} // namespace

FalseDiscoveries::FalseDiscoveries(std::span<std::span<double const> const> small, std::size_t tests) {
    // The p that are rejected are those below the largest p ≤ widest_q · rank/m. Coming down from a p that no rejected
    // one exceeds, rank by rank, ends there after a few steps.
    auto const m = static_cast<double>(tests);
    auto bound = widest_q;
    auto count = count_at_most(small, bound);
    for (auto before = count + 1; count > 0 && count < before;) {
        before = count;
        bound = std::min(bound, widest_q * static_cast<double>(count) / m * (1 + 1e-12));
        count = count_at_most(small, bound);
    }
    for (auto const list : small) m_p.insert(m_p.end(), list.begin(), std::ranges::upper_bound(list, bound));
    std::ranges::sort(m_p);
    m_q.resize(m_p.size());
    double smallest = 1;
    for (auto rank = m_p.size(); rank >= 1; --rank) {
        smallest = std::min(smallest, m / static_cast<double>(rank) * m_p[rank - 1]);
        m_q[rank - 1] = smallest;
    }
    while (!m_q.empty() && m_q.back() > widest_q) {
        m_q.pop_back();
        m_p.pop_back();
    }
}

std::optional<double> FalseDiscoveries::q(double p) const {
    std::size_t from = 0;
    return q(p, from);
}

std::optional<double> FalseDiscoveries::q(double p, std::size_t& from) const {
    if (m_p.empty() || p > m_p.back()) return {};
    // In steps that double, as the next one is seldom far.
    std::size_t step = 1;
    while (from + step < m_p.size() && m_p[from + step] < p) {
        from += step;
        step *= 2;
    }
    auto const begin = m_p.begin() + static_cast<std::ptrdiff_t>(from);
    auto const end = m_p.begin() + static_cast<std::ptrdiff_t>(std::min(m_p.size(), from + step + 1));
    from = static_cast<std::size_t>(std::lower_bound(begin, end, p) - m_p.begin());
    return m_q[from];
}

} // namespace rodtrad::study
