#pragma once

#include "domain/period.hpp"
#include "domain/unit.hpp"

namespace rodtrad::study {

// Months since year 0, so that periods of different length can be laid beside each other.
int first_month(domain::Period period);
int last_month(domain::Period period);

// The unit exists in some part of the period.
bool is_valid(domain::Unit const& unit, domain::Period period);

} // namespace rodtrad::study
