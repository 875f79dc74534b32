#pragma once

#include "base/date.hpp"
#include "view/language.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace rodtrad::view {

// How a day is spoken of by someone who knows what day it is.

// "torsdag 12 november"; with the year where it is another than that of `today`.
std::string weekday_and_date(Language const& language, base::Date day, base::Date today);

// When something is to be done: "försenad 2 dagar", "i dag", "i morgon", "fredag" (within a week), "12 november".
std::string when_due(Language const& language, base::Date day, base::Date today);
// Since when something waits: "i dag", "i går", "3 november"; with the year where it is another.
std::string since_when(Language const& language, base::Date day, base::Date today);

// "God morgon", "Hej", "God kväll": by the clock on the wall, since midnight.
std::string_view greeting(Language const& language, std::chrono::minutes time_of_day);

// "En", "Två" … "Tolv", as a sentence begins; in digits beyond. Of things ("en sak").
std::string number_word(Language const& language, std::int64_t number);

} // namespace rodtrad::view
