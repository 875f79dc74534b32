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

} // namespace rodtrad::base
