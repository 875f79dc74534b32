#pragma once

#include "base/date.hpp"
#include "domain/period.hpp"

#include <utility>

namespace rodtrad::plan {

// The first and the last day of a period.
std::pair<base::Date, base::Date> days_of(domain::Period period);

} // namespace rodtrad::plan
