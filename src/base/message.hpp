#pragma once

#include <string_view>

namespace rodtrad::base {

// Marks a sentence that is written in a layer that knows no language, and translated where it is shown:
// language.tr(refused.message()).
constexpr std::string_view message(std::string_view text) { return text; }

} // namespace rodtrad::base
