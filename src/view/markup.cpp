#include "view/markup.hpp"

#include <array>

namespace rodtrad::view {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

// What stands in the place of a byte; empty where it stands for itself.
constexpr auto replacements = [] {
    std::array<std::string_view, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        if (byte != '\t' && byte != '\n' && byte != '\r') table[byte] = replacement_character;
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const replacement = replacements[static_cast<unsigned char>(text[at])];
        if (replacement.empty()) continue;
        out.append(text, from, at - from);
        out += replacement;
        from = at + 1;
    }
    out.append(text, from);
}

} // namespace rodtrad::view
