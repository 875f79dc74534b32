#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rodtrad::study {

// STATISTICS M5: the trend of the latest five figures, as the Fingertips TrendMarkerCalculator (FingertipsNext d1600f4,
// fingertips-open 6780897) has it, but with the direction of shares taken from their slope, which it never sets.

inline constexpr std::size_t recent_points = 5;
inline constexpr double recent_trend_chi2 = 9.549535706; // 1 degree of freedom, 99.8 %

enum class TrendMarker : std::uint8_t { increasing, decreasing, no_change };

struct RecentTrend {
    double slope = 0; // per period, first = 1; of shares: of their log odds
    double chi2 = 0;  // 1 degree of freedom
    // Leaving out any one point does not turn the slope: no single figure makes the trend.
    bool keeps_sign = false;
    TrendMarker marker() const;
};

// Figures with 95 % limits, equally long, in time order; all that exist, of which the last five are used. Each weighs
// as its limits are narrow. Fewer than 5 → too_few_points; limits that coincide → zero_variance; figures too large to
// square → out_of_range.
Answer<RecentTrend> recent_trend(std::span<double const> values, std::span<Interval const> limits);

// Counts with n > 0, otherwise as above: the Cochran–Armitage test (Armitage 1955), and the slope of the log odds.
// Fewer than 5 → too_few_points; counts that contradict themselves as in proportion_estimate; a share of 0 or of 1,
// which has no log odds → zero_variance.
Answer<RecentTrend> recent_trend_of_shares(std::span<domain::Counts const> counts);

} // namespace rodtrad::study
