#include "base/csv_writer.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rodtrad::base {

void CsvWriter::row(std::initializer_list<std::string_view> cells) {
    bool is_first = true;
    for (auto const text : cells) {
        cell(text, is_first);
        is_first = false;
    }
    m_out << '\n';
}

void CsvWriter::row(std::vector<std::string> const& cells) {
    bool is_first = true;
    for (auto const& text : cells) {
        cell(text, is_first);
        is_first = false;
    }
    m_out << '\n';
}

void CsvWriter::cell(std::string_view text, bool is_first) {
    if (!is_first) m_out << ',';
    if (m_whom == CsvFor::spreadsheets)
        write(guarded(text));
    else
        write(text);
}

void CsvWriter::write(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_out << text;
        return;
    }
    m_out << '"';
    for (auto const c : text) {
        if (c == '"') m_out << '"';
        m_out << c;
    }
    m_out << '"';
}

namespace {

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != text.npos && !to_double(text);
}

} // namespace

bool is_guarded(std::string_view text) {
    auto const after = std::min(text.find_first_not_of('\''), text.size());
    return after > 0 && is_formula(text.substr(after));
}

std::string guarded(std::string_view text) {
    return is_formula(text) || is_guarded(text) ? "'" + std::string{text} : std::string{text};
}

std::string_view unguarded(std::string_view text) { return is_guarded(text) ? text.substr(1) : text; }

} // namespace rodtrad::base
