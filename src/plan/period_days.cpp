#include "plan/period_days.hpp"

#include "study/calendar.hpp"

#include <chrono>

namespace rodtrad::plan {

namespace {

std::chrono::year_month month_of(int months) { // since year 0
    return std::chrono::year{months / 12} / std::chrono::month{static_cast<unsigned>(months % 12 + 1)};
}

} // namespace

std::pair<base::Date, base::Date> days_of(domain::Period period) {
    return {month_of(study::first_month(period)) / 1, month_of(study::last_month(period)) / std::chrono::last};
}

} // namespace rodtrad::plan
