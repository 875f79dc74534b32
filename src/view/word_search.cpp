#include "view/word_search.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rodtrad::view {

bool begin_words_of(std::vector<std::string> const& asked, std::string_view text) {
    auto const words = base::search_words(text);
    return std::ranges::all_of(asked, [&](std::string const& wanted) {
        return std::ranges::any_of(words, [&](std::string const& word) { return word.starts_with(wanted); });
    });
}

} // namespace rodtrad::view
