#pragma once

#include <cstdint>
#include <string_view>

namespace rodtrad::web {

// A whole number as an address or a form gives it; 0, which is no record's, where it is none.
std::int64_t number_in(std::string_view text);

} // namespace rodtrad::web
