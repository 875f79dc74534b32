#pragma once

#include "base/instant.hpp"

#include <chrono>

// What the program does by itself once a day.
namespace rodtrad::steering {

class Organisation;
struct By;

// From half past six in the morning, Swedish time: when people come to work it is done.
inline constexpr std::chrono::minutes daily_work_begins{6 * 60 + 30};

// Whether it is time, and today's work has not been begun by this program or another, before a restart or after. Who is
// told so does it: it is noted as begun.
bool begin_daily_work(Organisation& organisation, By const& by);

// Keeps how much of the organisation has a whole thread today, and forgets sessions that are over. Each for itself:
// where one cannot be done, the other is.
void keep_thread_share(Organisation& organisation, By const& by);
void forget_what_is_over(Organisation& organisation, By const& by);

} // namespace rodtrad::steering
