#include "base/csv_writer.hpp"

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

} // namespace rodtrad::base
