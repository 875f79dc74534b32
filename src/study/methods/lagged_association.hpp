#pragma once

#include "study/methods/panel.hpp"
#include "study/methods/rank_correlation.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rodtrad::study {

// STATISTICS M14: does what comes first (x, a behaviour) go with what comes later (y, a result)?

// Figures, at most one for each unit and period; both columns number units and periods alike, and numbers of periods
// that follow each other are consecutive.
struct PanelColumn {
    PanelRows rows;
    std::span<double const> values;
};

// β of y_t = unit + period + β x_{t−lag}, over the rows that have both, by two_way_effect.
Answer<PanelEffect> lagged_association(PanelColumn const& x, PanelColumn const& y, std::uint32_t lag);

// Spearman's correlation of how much each unit changed: x from `first` to last − lag, y from
// first + lag to last. Units that lack any of the four are left out.
Answer<RankCorrelation> correlation_of_changes(PanelColumn const& x, PanelColumn const& y, std::uint32_t first,
                                               std::uint32_t last, std::uint32_t lag);

} // namespace rodtrad::study
