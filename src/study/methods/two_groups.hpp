#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M7: two groups (women and men), or two periods. Overlapping intervals are not the test. All p two-sided.

struct ProportionDifference {
    double first = 0; // shares 0 … 1
    double second = 0;
    double z = 0;          // pooled, without continuity correction; 0 where both are 0 % or both 100 %
    double p_score = 1;    // of z
    bool is_exact = false; // the smallest expected count is below 5
    double p = 1;          // Fisher's exact where is_exact, else p_score: the one to use
    Interval interval;     // of the difference: Newcombe's method 10 (1998)
    double difference() const { return first - second; }
};
// Counts are rejected as by proportion_estimate.
Answer<ProportionDifference> proportion_difference(domain::Counts first, domain::Counts second, double confidence);
// Its p alone, of counts in which nothing is wrong.
double equal_proportions_p(domain::Counts first, domain::Counts second);
// Fisher's exact test, two-sided as R does it: all tables at most as likely as this one. Whole counts.
double fisher_exact(domain::Counts first, domain::Counts second);

struct RateRatio {
    double first = 0; // events per one of exposure
    double second = 0;
    std::optional<double> ratio; // first/second; nothing without events in the second
    double p = 1;                // exact conditional binomial, two-sided as R's poisson.test; 1 without any events
    double lower = 0;            // of the ratio (Clopper-Pearson)
    std::optional<double> upper; // nothing = unbounded
};
// Counts in which something is wrong → as fault_in_rate says (study/methods/countable.hpp). Whole counts of events.
Answer<RateRatio> rate_ratio(domain::Counts first, domain::Counts second, double confidence);

// Its p alone, of counts in which nothing is wrong.
double equal_rates_p(domain::Counts first, domain::Counts second);

// A group of figures, as much of it as the test needs.
struct Sample {
    std::size_t n = 0; // at least 1
    double mean = 0;
    double deviation = 0; // standard deviation, n − 1; 0 for n = 1
};
Sample sample_of(std::span<double const> values); // at least one value

struct MeanTest {
    double t = 0;
    std::optional<double> df; // Welch–Satterthwaite; nothing where both are constant
    double p = 1;
    Interval interval; // of the difference first − second
};
// Welch's t. A group of one → too_few_points. Both constant: equal → t = 0, p = 1; different → zero_variance. Figures
// too large or too small to square → out_of_range.
Answer<MeanTest> welch_test(Sample const& first, Sample const& second, double confidence);

} // namespace rodtrad::study
