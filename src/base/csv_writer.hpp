#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::base {

// Writes CSV as RFC 4180 does: UTF-8, comma, a cell quoted only where it must be, LF line ends.
class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out) : m_out{out} {}
    void row(std::initializer_list<std::string_view> cells);
    void row(std::vector<std::string> const& cells);

private:
    void cell(std::string_view text, bool is_first);
    std::ostream& m_out;
};

// A spreadsheet takes a cell that begins with = + - or @ for a formula, and does what it says. guarded() puts an
// apostrophe before such a text, and before one that looks as if it had been guarded already; unguarded() takes it away
// again, so that every text comes back as it was.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view text);
bool is_guarded(std::string_view text);

} // namespace rodtrad::base
