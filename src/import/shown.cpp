#include "import/shown.hpp"

#include "base/text.hpp"
#include "import/charset.hpp"

#include <algorithm>

namespace rodtrad::import {

namespace {

constexpr std::size_t max_characters = 200;

} // namespace

std::size_t first_character_size(std::string_view text) {
    if (text.empty()) return 0;
    auto const byte = static_cast<unsigned char>(text.front());
    std::size_t const size = 1U + (byte >= 0xC0 ? 1U : 0U) + (byte >= 0xE0 ? 1U : 0U) + (byte >= 0xF0 ? 1U : 0U);
    return base::is_utf8(text.substr(0, size)) ? std::min(size, text.size()) : 0;
}

std::string shown(std::string_view text) {
    std::string result;
    for (std::size_t characters = 0; characters < max_characters && !text.empty(); ++characters) {
        auto const size = first_character_size(text);
        if (size > 0)
            result += text.substr(0, size);
        else
            append_cp1252(result, text.substr(0, 1), "\xEF\xBF\xBD"); // U+FFFD
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return result;
}

} // namespace rodtrad::import
