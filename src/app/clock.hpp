#pragma once

#include "base/instant.hpp"

#include <chrono>

namespace rodtrad::app {

// The one place that asks what time it is.
inline base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

} // namespace rodtrad::app
