#include "steering/written_text.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "steering/refusals.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

using base::message;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_first_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// With LF for every line break, and a blank for what cannot be written.
std::string without_controls(std::string_view typed) {
    std::string text;
    text.reserve(typed.size());
    for (std::size_t at = 0; at < typed.size(); ++at) {
        char const c = typed[at];
        if (c == '\r' && at + 1 < typed.size() && typed[at + 1] == '\n') continue;
        if (c == '\n' || c == '\r')
            text += '\n';
        else
            text += is_control(c) && c != '\t' ? ' ' : c;
    }
    return std::string{base::trimmed(text)};
}

} // namespace

std::string written_text(std::string_view field, std::string_view typed, Empty empty, std::size_t longest) {
    if (!base::is_utf8(typed))
        throw Refused{std::string{field}, message("This could not be read as text. Write it again.")};
    auto text = without_controls(typed);
    if (text.empty() && empty == Empty::is_refused) throw Refused{std::string{field}, message("Write something here.")};
    auto const characters = static_cast<std::size_t>(std::ranges::count_if(text, is_first_byte));
    if (characters > longest)
        throw Refused{std::string{field},
                      message("This is {0} characters long. Shorten it to at most {1}."),
                      {std::to_string(characters), std::to_string(longest)}};
    return text;
}

std::string written_line(std::string_view field, std::string_view typed, Empty empty) {
    auto line = written_text(field, typed, empty, domain::longest_line);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

} // namespace rodtrad::steering
