#pragma once

#include "base/instant.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::base {

// A day in the calendar, without a time of day.
using Date = std::chrono::year_month_day;

// "2026-10-03"
std::string to_text(Date date);

// Reads exactly that form, of a day there is; nothing for another text.
std::optional<Date> to_date(std::string_view text);

// The day it is in Sweden (Europe/Stockholm) at a moment: what people there call today.
Date day_of(Instant instant);
// And what the clock on a wall there shows then: since midnight.
std::chrono::minutes time_of_day(Instant instant);

// Days from one day to another; negative where `to` comes first.
int days_between(Date from, Date to);
Date plus_days(Date date, int days);

} // namespace rodtrad::base
