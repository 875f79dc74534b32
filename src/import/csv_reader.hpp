#pragma once

#include "import/charset.hpp"
#include "import/table_row.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// Splits CSV into rows and cells without copying them: quotes as in RFC 4180, line breaks inside them, LF or CRLF.
// Memory is constant. A row that cannot be split is handed over with its fault, and reading goes on after it:
// at the next line, where a quotation mark was never closed.
class CsvReader final : public RowSource {
public:
    static constexpr std::size_t max_row_size = std::size_t{1} << 20U;

    explicit CsvReader(Utf8Source& text);

    // What the file begins with, some 80 KiB or all of it: to find out what it is.
    std::string_view beginning() const { return {m_buffer.data(), m_end}; }
    void separate_with(char separator);

    bool next(TableRow& row) override;

private:
    enum class Byte : std::uint8_t { plain, separator, newline, quote, beyond_ascii, nul };
    enum class Found : std::uint8_t { row, nothing_yet };

    Found split();
    char const* quoted_cell(char const* at);
    void add_cell(char const* from, char const* to);
    void give_up_on_row();
    bool fill();
    void skip_line();
    bool is_past_end(char const* at) const { return at == m_buffer.data() + m_end; }
    Byte kind(char c) const { return m_kinds[static_cast<unsigned char>(c)]; }

    Utf8Source& m_text;
    std::vector<char> m_buffer; // one byte longer than what is read into it: a line break stops every scan
    std::size_t m_begin = 0;    // of the next row
    std::size_t m_end = 0;
    bool m_is_at_end_of_file = false;
    std::int64_t m_number = 0;
    std::array<Byte, 256> m_kinds = {};

    // The row being split
    std::vector<std::string_view> m_cells;
    std::vector<std::size_t> m_escaped; // cells that hold doubled quotation marks
    std::size_t m_cell_count = 0;
    std::size_t m_row_end = 0;        // past its line break
    std::size_t m_first_line_end = 0; // past the first line break of a row with several, else 0
    bool m_has_beyond_ascii = false;
    bool m_has_nul = false;
    RowFault m_fault = RowFault::none;
    std::string m_shown;
};

// The separator that a first line is most likely split by: ; tab or comma, whichever it has most of outside quotes.
char guess_separator(std::string_view beginning);

} // namespace rodtrad::import
