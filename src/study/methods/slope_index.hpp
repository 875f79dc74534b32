#pragma once

#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <optional>
#include <span>

namespace rodtrad::study {

// STATISTICS M15: how much a figure differs from one end of an ordered population to the other (by age, by income).

inline constexpr std::size_t fewest_ordered_groups = 5;

struct OrderedGroup {
    double population = 0;
    double value = 0;
    std::optional<double> se; // standard error of value
};

struct SlopeIndex {
    double slope = 0;               // slope index of inequality: the line's value at the last end minus at the first
    double intercept = 0;           // the line's value at the first end
    std::optional<double> relative; // relative index: last end / first; nothing where the first is 0
    std::optional<double> se;       // of slope; nothing where a group has none
    std::optional<Interval> limits; // of slope
};

// `groups` in their order. The line of least squares, weighted by population, over each group's middle in the
// population (Low & Low 2004; PHEindicatormethods 2.1.0 phe_sii). The slope is a weighted sum of the values, so that
// its standard error follows from theirs: the limit of the reference's simulation. Fewer than 5 groups → too_few_units;
// a population below 0 → negative_count; no population → zero_denominator; all of it in one group → zero_variance.
Answer<SlopeIndex> slope_index(std::span<OrderedGroup const> groups, double confidence);

} // namespace rodtrad::study
