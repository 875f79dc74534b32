#pragma once

#include "study/series.hpp"

#include <vector>

namespace rodtrad::study {

// STATISTICS 1.4: what each part of the year usually adds, in the measure's unit, first the part that the first period
// of the axis is. Pooled over the units with at least 24 months or 12 quarters, of which there must be three; centred
// to 0. Empty where there is no season to take away.
std::vector<double> season_of(SeriesTable const& series, domain::Periodicity periodicity);

// Takes the season away from every figure.
void adjust(SeriesTable& series, std::vector<double> const& season);

} // namespace rodtrad::study
