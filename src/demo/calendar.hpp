#pragma once

#include "demo/measure_model.hpp"
#include "domain/period.hpp"

#include <vector>

namespace rodtrad::demo {

// The periods that a measure is reported for, the first first: 36 months, 12 quarters, 18 tertials, 12 terms or 8
// years, up to October 2026.
std::vector<domain::Period> periods_of(domain::Periodicity periodicity);

// What the time of year adds, −1 … 1; 0 for periods longer than a month.
double season_in(Season season, domain::Period period);

// False in July for schools.
bool is_open(Season season, domain::Period period);

} // namespace rodtrad::demo
