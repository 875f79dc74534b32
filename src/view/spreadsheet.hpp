#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rodtrad::view {

// A number in a cell, shown with so many decimals and as the reader's own Excel parts thousands.
struct SheetNumber {
    double value = 0; // finite
    int decimals = 0;
};

// What a cell holds. A text stays a text, whatever sign it begins with.
using SheetValue = std::variant<std::monostate, std::string, SheetNumber, base::Date>;

struct SheetColumn {
    std::string heading;
    std::vector<std::string> choices{}; // what may be chosen in the cells below; empty: anything
    int width = 0;                      // in characters; 0: as its texts need, within reason
};

// A workbook for Excel (.xlsx), written sheet by sheet and row by row. Each sheet is a table: its headings are bold and
// stay in sight, and are repeated on each printed page.
class Spreadsheet {
public:
    static constexpr std::size_t max_rows = 1'048'575; // below the headings

    // Begins a sheet. What Excel does not allow in the name of one is left out, and a name that is taken gets a number.
    void sheet(std::string_view name, std::vector<SheetColumn> columns);
    // A row of the sheet last begun, at most as wide as its columns. Throws base::Error where the sheet is full.
    void row(std::vector<SheetValue> cells);

    // The file. The same content and instant give the same bytes. Throws base::Error where a text is not UTF-8, a
    // number not finite, or the folder of temporary files cannot be written to.
    std::string bytes(base::Instant created) const;

private:
    struct Sheet {
        std::string name;
        std::vector<SheetColumn> columns;
        std::vector<std::vector<SheetValue>> rows;
    };
    std::vector<Sheet> m_sheets;
};

} // namespace rodtrad::view
