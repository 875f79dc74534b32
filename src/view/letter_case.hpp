#pragma once

#include <string>
#include <string_view>

namespace rodtrad::view {

// "kvinnor" → "Kvinnor": the first letter of the Latin alphabet, å, ä or ö in upper case.
std::string capitalised(std::string_view text);

// "Lägre nivå …" → "lägre nivå …": one of our own sentences, put after a colon.
std::string after_colon(std::string_view sentence);

} // namespace rodtrad::view
