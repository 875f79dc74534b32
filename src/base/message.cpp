#include "base/message.hpp"

namespace rodtrad::base {

std::string filled_in(std::string_view text, std::span<std::string_view const> arguments) {
    std::string out;
    while (true) {
        auto const brace = text.find('{');
        out += text.substr(0, brace);
        if (brace == text.npos) return out;
        text.remove_prefix(brace);
        auto const digit = text.size() > 2 && text[2] == '}' ? text[1] - '0' : -1;
        if (digit >= 0 && digit < static_cast<int>(arguments.size())) {
            out += arguments[static_cast<std::size_t>(digit)];
            text.remove_prefix(3);
        } else {
            out += '{';
            text.remove_prefix(1);
        }
    }
}

} // namespace rodtrad::base
