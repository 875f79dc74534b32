#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace rodtrad::view {

// Appends text so that it is text wherever it stands in HTML or SVG, attribute values included. Bytes that no XML
// document may hold (control characters other than tab and line breaks) become U+FFFD.
void append_escaped(std::string& out, std::string_view text);

// Finished markup, taken as it is. The writers make it; everyone else vouches for it by name.
class Raw {
public:
    static Raw trusted(std::string markup) { return Raw{std::move(markup)}; }
    std::string_view markup() const { return m_markup; }

private:
    explicit Raw(std::string markup) : m_markup{std::move(markup)} {}
    std::string m_markup;
};

} // namespace rodtrad::view
