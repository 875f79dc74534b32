#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::view {

// Whether each of the words (base::search_words of what was asked for) begins some word of the text.
bool begin_words_of(std::vector<std::string> const& asked, std::string_view text);

} // namespace rodtrad::view
