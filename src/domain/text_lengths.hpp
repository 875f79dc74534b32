#pragma once

#include <cstddef>

namespace rodtrad::domain {

// How long what people write may be, in characters: what fits on a line of its own, and what is read in one go.
inline constexpr std::size_t longest_line = 300;
inline constexpr std::size_t longest_text = 5000;

} // namespace rodtrad::domain
