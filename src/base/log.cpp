#include "base/log.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <string>

namespace rodtrad::base {

namespace {

// Bytes that are not UTF-8 are written as the characters of those numbers: something to look at, and valid JSON.
std::string quoted(std::string_view text) {
    bool const is_text = is_utf8(text);
    std::string result = "\"";
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !is_text))
            result += fmt::format("\\u{:04x}", byte);
        else
            result += c;
    }
    return result + '"';
}

} // namespace

void Log::error(std::string_view event, std::initializer_list<Field> fields) {
    auto line = fmt::format(R"({{"time":{},"level":"error","event":{})", quoted(to_text(m_now())), quoted(event));
    for (auto const& [name, value] : fields) line += fmt::format(",{}:{}", quoted(name), quoted(value));
    line += "}\n";
    std::lock_guard const lock{m_mutex};
    m_out << line << std::flush;
}

} // namespace rodtrad::base
