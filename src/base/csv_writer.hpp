#pragma once

#include <cstdint>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::base {

// Who is to open it.
enum class CsvFor : std::uint8_t {
    programs,     // every text as it is: what is exported comes back byte for byte
    spreadsheets, // every text guarded (below): what people download, and open with a click
};

// Writes CSV as RFC 4180 does: UTF-8, comma, a cell quoted only where it must be, LF line ends.
class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out, CsvFor whom = CsvFor::programs) : m_out{out}, m_whom{whom} {}
    void row(std::initializer_list<std::string_view> cells);
    void row(std::vector<std::string> const& cells);

private:
    void cell(std::string_view text, bool is_first);
    void write(std::string_view text);
    std::ostream& m_out;
    CsvFor m_whom;
};

// A spreadsheet takes a cell that begins with = + - @, a tab or a CR for a formula, and does what it says. guarded()
// puts an apostrophe before such a text, unless it is a number, and before one that looks as if it had been guarded
// already; unguarded() takes it away again, so that every text comes back as it was.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view text);
bool is_guarded(std::string_view text);

} // namespace rodtrad::base
