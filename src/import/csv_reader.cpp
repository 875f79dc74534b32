#include "import/csv_reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstring>

namespace rodtrad::import {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 18U;
constexpr std::size_t shown_size = 1024;

} // namespace

CsvReader::CsvReader(Utf8Source& text)
    : m_text{text}, m_buffer(max_row_size + 2 * block_size + 1), m_cells(max_columns) {
    std::ranges::fill(std::span{m_kinds}.subspan(0x80), Byte::beyond_ascii);
    m_kinds[0] = Byte::nul;
    m_kinds[static_cast<unsigned char>('\n')] = Byte::newline;
    fill();
}

void CsvReader::separate_with(char separator) { m_kinds[static_cast<unsigned char>(separator)] = Byte::separator; }

bool CsvReader::next(TableRow& row) {
    ++m_number;
    while (split() == Found::nothing_yet) {
        if (m_end - m_begin < max_row_size && fill()) continue;
        if (m_begin == m_end) return false;
        give_up_on_row();
        break;
    }

    std::string_view const bytes{m_buffer.data() + m_begin, m_row_end - m_begin};
    if (m_fault == RowFault::none && m_has_nul) m_fault = RowFault::nul_byte;
    if (m_fault == RowFault::none && m_has_beyond_ascii && !base::is_utf8(bytes)) m_fault = RowFault::not_utf8;
    row.number = m_number;
    row.cell_count = m_cell_count;
    row.cells = std::span{m_cells}.first(std::min(m_cell_count, max_columns));
    row.fault = m_fault;
    row.text = bytes.substr(0, shown_size);
    if (!m_escaped.empty() && m_fault == RowFault::none) {
        // Escapes are undone in the buffer itself, where the row stands.
        m_shown = row.text;
        row.text = m_shown;
        for (auto const cell : m_escaped) {
            auto* const from = m_buffer.data() + (m_cells[cell].data() - m_buffer.data());
            auto* to = from;
            for (std::size_t at = 0; at < m_cells[cell].size(); ++at) {
                *to++ = from[at];
                if (from[at] == '"') ++at;
            }
            m_cells[cell] = {from, to};
        }
    }
    m_begin = m_row_end;
    if (m_fault == RowFault::too_long) {
        m_shown = row.text; // what it stands in is about to be read over
        row.text = m_shown;
        skip_line();
    }
    return true;
}

CsvReader::Found CsvReader::split() {
    m_cell_count = 0;
    m_escaped.clear();
    m_has_beyond_ascii = m_has_nul = false;
    m_first_line_end = 0;
    m_fault = RowFault::none;

    m_buffer[m_end] = '\n';
    auto const* at = m_buffer.data() + m_begin;
    if (is_past_end(at)) return Found::nothing_yet;
    for (;;) {
        auto const* start = at;
        if (*at == '"') {
            at = quoted_cell(at);
            if (at == nullptr) return Found::nothing_yet;
            start = nullptr; // added already
        }
        for (;; ++at) {
            while (kind(*at) == Byte::plain) ++at;
            auto const byte = kind(*at);
            if (byte == Byte::separator || byte == Byte::newline) break;
            m_has_beyond_ascii |= byte == Byte::beyond_ascii;
            m_has_nul |= byte == Byte::nul;
        }
        auto const is_row_end = kind(*at) == Byte::newline;
        if (is_row_end && is_past_end(at) && !m_is_at_end_of_file) return Found::nothing_yet;
        if (start != nullptr) {
            auto const* end = at;
            if (is_row_end && end > start && end[-1] == '\r') --end;
            add_cell(start, end);
        }
        if (is_row_end) {
            m_row_end = std::min<std::size_t>(static_cast<std::size_t>(at - m_buffer.data()) + 1, m_end);
            return Found::row;
        }
        ++at;
    }
}

// Reads from a quotation mark to where its cell ends; nothing where the buffer ends first.
char const* CsvReader::quoted_cell(char const* at) {
    auto const* const start = ++at;
    auto is_escaped = false;
    for (;; ++at) {
        while (*at != '"' && *at != '\n' && *at != '\0' && static_cast<unsigned char>(*at) < 0x80) ++at;
        if (*at == '"') {
            if (is_past_end(at + 1) && !m_is_at_end_of_file) return nullptr;
            if (at[1] != '"') break;
            is_escaped = true;
            ++at;
        } else if (*at == '\n') {
            if (is_past_end(at)) return nullptr;
            if (m_first_line_end == 0) m_first_line_end = static_cast<std::size_t>(at - m_buffer.data()) + 1;
        } else {
            m_has_beyond_ascii |= *at != '\0';
            m_has_nul |= *at == '\0';
        }
    }
    if (is_escaped && m_cell_count < max_columns) m_escaped.push_back(m_cell_count);
    add_cell(start, at);
    ++at;
    if (*at == '\r' && (at[1] == '\n' || is_past_end(at + 1))) ++at;
    if (*at != '\n' && kind(*at) != Byte::separator) m_fault = RowFault::stray_quote;
    return at;
}

void CsvReader::add_cell(char const* from, char const* to) {
    if (m_cell_count < max_columns) m_cells[m_cell_count] = {from, to};
    ++m_cell_count;
}

// The row is longer than any row may be, or the file ends inside a quoted cell.
void CsvReader::give_up_on_row() {
    m_cell_count = 0;
    m_escaped.clear();
    if (m_first_line_end != 0) {
        m_fault = RowFault::unclosed_quote;
        m_row_end = m_first_line_end;
    } else {
        m_fault = m_is_at_end_of_file ? RowFault::unclosed_quote : RowFault::too_long;
        m_row_end = m_end;
    }
}

// Makes room by moving the row that was begun to the front, then reads a block; false at the end of the file.
// The sentinel at m_end is no part of the text.
bool CsvReader::fill() {
    if (m_is_at_end_of_file) return false;
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    auto const count = m_text.read(std::span{m_buffer}.subspan(m_end, block_size));
    m_end += count;
    m_is_at_end_of_file = count == 0;
    return true; // also at the end: what is left may now be a row without a line break
}

void CsvReader::skip_line() {
    for (;;) {
        auto const* const newline =
            static_cast<char const*>(std::memchr(m_buffer.data() + m_begin, '\n', m_end - m_begin));
        if (newline != nullptr) {
            m_begin = static_cast<std::size_t>(newline - m_buffer.data()) + 1;
            return;
        }
        m_begin = m_end;
        if (!fill()) return;
    }
}

char guess_separator(std::string_view beginning) {
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    std::size_t commas = 0;
    auto is_quoted = false;
    for (auto const c : beginning) {
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == '\n') break;
        semicolons += c == ';' ? 1U : 0U;
        tabs += c == '\t' ? 1U : 0U;
        commas += c == ',' ? 1U : 0U;
    }
    if (semicolons >= tabs && semicolons >= commas) return ';';
    return tabs >= commas ? '\t' : ',';
}

} // namespace rodtrad::import
