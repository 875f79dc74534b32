#include "study/calendar.hpp"

namespace rodtrad::study {

namespace {

int months_of(domain::Period period) { return 12 / domain::periods_per_year(period.periodicity()); }

int month_of(std::chrono::year_month_day day) {
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

} // namespace

int first_month(domain::Period period) { return period.number() * months_of(period); }
int last_month(domain::Period period) { return first_month(period) + months_of(period) - 1; }

bool is_valid(domain::Unit const& unit, domain::Period period) {
    return (!unit.valid_from || month_of(*unit.valid_from) <= last_month(period)) &&
           (!unit.valid_to || month_of(*unit.valid_to) >= first_month(period));
}

} // namespace rodtrad::study
