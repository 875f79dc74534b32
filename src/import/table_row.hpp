#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace rodtrad::import {

// What is wrong with a row as such, before anyone asks what it means.
enum class RowFault : std::uint8_t {
    none,
    // of CSV
    not_utf8,
    nul_byte,
    unclosed_quote,
    stray_quote,
    too_long,
    // of a spreadsheet
    error_value,
    uncomputed_formula,
};

struct TableRow {
    std::int64_t number = 0;                 // as a spreadsheet numbers it: a cell may hold line breaks
    std::span<std::string_view const> cells; // valid until the next row; at most max_columns of them
    std::size_t cell_count = 0;              // also those beyond
    std::string_view text;                   // its beginning, as it stood
    RowFault fault = RowFault::none;
    std::size_t fault_cell = 0; // which cell of a spreadsheet has the fault

    bool is_blank() const { return cell_count == 1 && cells[0].empty() && fault == RowFault::none; }
};

// The rows of one table, from first to last.
class RowSource {
public:
    static constexpr std::size_t max_columns = 1024;

    virtual ~RowSource() = default;
    virtual bool next(TableRow& row) = 0; // false at the end
};

} // namespace rodtrad::import
