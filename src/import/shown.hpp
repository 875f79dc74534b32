#pragma once

#include <string>
#include <string_view>

namespace rodtrad::import {

// A text of a file as it can be shown and kept: at most 200 characters, UTF-8 whatever it was, and no NUL.
std::string shown(std::string_view text);

} // namespace rodtrad::import
