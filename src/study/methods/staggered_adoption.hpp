#pragma once

#include "study/methods/answer.hpp"
#include "study/methods/panel.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// How the cohort that started in `start` stands in `period` beside those that never did.
struct CohortEffect {
    std::uint32_t start = 0;
    std::uint32_t period = 0;
    double estimate = 0;         // ATT(start, period); before the start what it should be 0 by
    std::optional<double> error; // nothing where nobody's change differs from the rest of its kind
};

struct SimpleAverage {
    double estimate = 0;
    std::optional<double> error;
};

struct StaggeredAdoption {
    std::vector<CohortEffect> effects; // by start, then period, from the second period on
    SimpleAverage average;             // over all periods from each start on
    std::size_t treated_units = 0;
    std::size_t never_treated_units = 0;
    std::size_t already_treated_units = 0; // from the first period on or before: nothing to compare with, left out
    std::size_t incomplete_units = 0;      // without a figure in some period: left out
};

inline constexpr std::uint32_t never_treated = 0xffffffff;

// STATISTICS M12, different starts: Callaway and Sant'Anna (2021) without covariates, against units never treated, as
// did 2.1.2's att_gt(est_method = "reg", control_group = "nevertreated").
//     ATT(g, t) = mean over cohort g of (y_t − y_base) − the same mean over the never treated
// base: the last period before g for t ≥ g, else the period before t. Error √(s²_g/n_g + s²_c/n_c), variances by 1/n.
// The average weighs each (g, t ≥ g) by the cohort's size; its error is that of its influence function, which carries
// that the sizes are estimated too.
// Rows, at most one for each unit and period; `starts` by unit position: the period number of the first treated period,
// or never_treated. Periods need not follow without gaps. A start after the last period is as good as never.
// Nobody treated, or nobody never treated → not_identified; one period → too_few_points.
Answer<StaggeredAdoption> staggered_adoption(PanelRows rows, std::span<std::uint32_t const> starts,
                                             std::span<double const> y);

} // namespace rodtrad::study
