#include "view/attributes.hpp"

#include "view/markup.hpp"

#include <array>
#include <charconv>

namespace rodtrad::view {

namespace {

void begin(std::string& out, std::string_view name) {
    out += ' ';
    out += name;
    out += "=\"";
}

} // namespace

void Attribute::append_to(std::string& out) const {
    if (m_name.empty()) return;
    begin(out, m_name);
    append_escaped(out, m_value);
    if (!m_second.empty()) {
        out += ' ';
        append_escaped(out, m_second);
    }
    out += '"';
}

void UrlAttribute::append_to(std::string& out) const {
    begin(out, m_name);
    append_escaped(out, m_url->text());
    out += '"';
}

void NumberAttribute::append_to(std::string& out) const {
    std::array<char, 24> digits;
    auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), m_value).ptr;
    begin(out, m_name);
    out.append(digits.data(), end);
    out += '"';
}

void Flag::append_to(std::string& out) const {
    if (m_name.empty()) return;
    out += ' ';
    out += m_name;
}

} // namespace rodtrad::view
