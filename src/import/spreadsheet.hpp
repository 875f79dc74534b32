#pragma once

#include "import/number_format.hpp"
#include "import/xml_elements.hpp"
#include "import/zip_file.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

enum class CellKind : std::uint8_t {
    empty,
    text,
    number,             // the shortest decimals, with a point
    date,               // see number_format.hpp
    truth,              // "true" or "false"
    error,              // "#DIV/0!"
    uncomputed_formula, // "=A1+B1": nothing has computed it
};

struct SheetCell {
    std::string text;
    CellKind kind = CellKind::empty;
};

struct SheetRow {
    std::int64_t number = 0;      // as Excel shows it, from 1
    std::vector<SheetCell> cells; // from column A to the last that holds something
};

struct Sheet {
    std::string name;
    bool is_hidden = false;
    std::string part; // where in the file it stands
};

class SheetReader;

// An Excel workbook (.xlsx, Office Open XML). Values are read as Excel last computed and shows them; formulas, colours
// and pictures are not. Nothing outside the file is ever opened.
class Workbook {
public:
    static constexpr std::size_t max_size = std::size_t{64} << 20U; // bytes of the file
    static constexpr std::size_t max_columns = 2'048;

    // The name is for messages. Throws base::Error where the bytes are something else (an OpenDocument spreadsheet, an
    // archive), damaged, or more than the limits here and in zip_file.hpp allow.
    Workbook(std::string bytes, std::string name);
    ~Workbook();
    Workbook(Workbook const&) = delete;
    Workbook& operator=(Workbook const&) = delete;

    std::string const& name() const { return m_zip.name(); }
    // Those that hold cells, in the order of their tabs.
    std::vector<Sheet> const& sheets() const { return m_sheets; }
    // The sheet from its first row. The workbook outlives it.
    SheetReader read(Sheet const& sheet) const;

private:
    friend class SheetReader;
    void read_formats(std::string_view part);
    void read_texts(std::string_view part);

    ZipFile m_zip;
    std::vector<Sheet> m_sheets;
    DayCount m_days = DayCount::from_1900;
    std::vector<NumberFormat> m_formats; // by the style of a cell
    std::vector<std::string> m_texts;    // that cells share
};

// The rows of one sheet that hold something, in order and in constant memory.
class SheetReader {
public:
    SheetReader(Workbook const& workbook, Sheet const& sheet);

    // False at the end. Throws base::Error with sheet and row where the file is damaged.
    bool next(SheetRow& row);

private:
    SheetCell cell(std::string_view type, std::string_view value, std::size_t style) const;
    [[noreturn]] void fail(std::int64_t row, std::string_view what) const;
    [[noreturn]] void fail_width(std::int64_t row) const;

    Workbook const& m_workbook;
    std::string m_place;
    std::unique_ptr<ByteSource> m_xml;
    XmlElements m_rows;
    std::int64_t m_number = 0;
};

} // namespace rodtrad::import
