#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M11: p-values adjusted for being many, as R's p.adjust. A missing p stays missing and does not count.
// The answer has the order and length of the question.
using PValues = std::vector<std::optional<double>>;

// q: the share of false findings among the found, for independent or positively dependent tests (1995).
PValues benjamini_hochberg(std::span<std::optional<double> const> p);
// The same under any dependence (Benjamini & Yekutieli 2001).
PValues benjamini_yekutieli(std::span<std::optional<double> const> p);
// The chance of any false finding at all: stepwise (Holm 1979), and in one step.
PValues holm(std::span<std::optional<double> const> p);
PValues bonferroni(std::span<std::optional<double> const> p);

// The q of benjamini_hochberg for millions of tests of which only the small p are known: q is never below p, so that
// none above `widest_q` can have, or change, a q of at most `widest_q`.
inline constexpr double widest_q = 0.10;

class FalseDiscoveries {
public:
    // Lists that each ascend, with every p ≤ widest_q of `tests` tests.
    FalseDiscoveries(std::span<std::span<double const> const> small, std::size_t tests);

    // Of one of those p. Nothing where q is above widest_q.
    std::optional<double> q(double p) const;
    // The same for who asks of one p after the other, never a smaller one: `from` is 0 at first, and kept between them.
    std::optional<double> q(double p, std::size_t& from) const;
    // The largest p whose q is at most widest_q; 0 where there is none.
    double largest_p() const { return m_p.empty() ? 0 : m_p.back(); }

private:
    std::vector<double> m_p; // ascending: those whose q is at most widest_q
    std::vector<double> m_q;
};

} // namespace rodtrad::study
