#include "import/shown.hpp"

#include "base/text.hpp"

namespace rodtrad::import {

namespace {

constexpr std::size_t max_characters = 200;
constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

// How long the character is that this byte begins; 1 where it begins none.
std::size_t character_size(char first) {
    auto const byte = static_cast<unsigned char>(first);
    if (byte >= 0xF0) return 4;
    if (byte >= 0xE0) return 3;
    return byte >= 0xC0 ? 2 : 1;
}

} // namespace

std::string shown(std::string_view text) {
    std::string result;
    for (std::size_t characters = 0; characters < max_characters && !text.empty(); ++characters) {
        auto const character = text.substr(0, character_size(text.front()));
        auto const is_sound = base::is_utf8(character);
        result += is_sound ? character : replacement;
        text.remove_prefix(is_sound ? character.size() : 1);
    }
    return result;
}

} // namespace rodtrad::import
