#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rodtrad::base {

// Marks a sentence that is written in a layer that knows no language, and translated where it is shown:
// language.tr(refused.message()).
constexpr std::string_view message(std::string_view text) { return text; }

// With {0}, {1}… replaced by the arguments. A place that has none stays as it is.
std::string filled_in(std::string_view text, std::span<std::string_view const> arguments);

} // namespace rodtrad::base
