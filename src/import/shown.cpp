#include "import/shown.hpp"

#include "base/text.hpp"

namespace rodtrad::import {

namespace {

constexpr std::size_t max_characters = 200;
constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

bool is_within_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

} // namespace

std::string shown(std::string_view text) {
    std::string result;
    std::size_t characters = 0;
    for (auto const c : text) {
        if (!is_within_character(c) && characters++ == max_characters) break;
        if (result.size() > 4 * max_characters) break;
        if (c == '\0')
            result += replacement;
        else
            result += c;
    }
    if (base::is_utf8(result)) return result;

    std::string repaired;
    for (auto const c : result) {
        if (is_ascii(c))
            repaired += c;
        else
            repaired += replacement;
    }
    return repaired;
}

} // namespace rodtrad::import
