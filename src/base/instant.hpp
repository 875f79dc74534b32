#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace rodtrad::base {

// A moment in UTC, to the second. Layers below app never ask what time it is: it is given to them.
using Instant = std::chrono::sys_seconds;

// ISO 8601 in UTC: "2026-10-03T08:15:00Z". Kept like this in the database and in files.
std::string to_text(Instant instant);

// Reads exactly that form; throws Error on anything else.
Instant to_instant(std::string_view text);

} // namespace rodtrad::base
