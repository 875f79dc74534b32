#pragma once

#include "study/methods/answer.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M16: the units below a node in a few figures.
struct Summary {
    std::size_t n = 0;
    double unweighted_mean = 0;          // what Kolada calls "ovägt medel"
    std::optional<double> weighted_mean; // nothing where the weights sum to 0
    double p10 = 0;                      // quantiles of type 7
    double p25 = 0;
    double p50 = 0;
    double p75 = 0;
    double p90 = 0;
    std::optional<double> deviation; // standard deviation, n − 1; nothing for one value
};

// `weights` ≥ 0, as long as `values`, or empty for equal weights. No values → no_data.
Answer<Summary> summary_of(std::span<double const> values, std::span<double const> weights);

} // namespace rodtrad::study
