#include "import/workbook_tables.hpp"

#include "base/error.hpp"
#include "import/columns.hpp"
#include "import/reading.hpp"
#include "import/shown.hpp"
#include "import/spreadsheet.hpp"
#include "import/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rodtrad::import {

namespace {

constexpr std::size_t shown_size = 1024;

std::string bytes_of_workbook(ByteSource& source, std::string const& name) {
    auto bytes = read_up_to(source, Workbook::max_size + 1);
    if (bytes.size() > Workbook::max_size)
        throw base::Error{
            fmt::format("{}: the workbook is larger than {} MiB. Save its sheets as \"CSV UTF-8\", which can be "
                        "of any size.",
                        name, Workbook::max_size >> 20U)};
    return bytes;
}

// A sheet as the rows of a table. Cells at the end of a row that hold nothing are not in the file: every row is made as
// wide as the headings, or as wide as can be where there are none.
class SheetRows final : public RowSource {
public:
    SheetRows(SheetReader reader, Mapping const& mapping)
        : m_reader{std::move(reader)}, m_decimal{mapping.decimal == DecimalSign::comma ? ',' : '.'},
          m_width{mapping.has_header ? 0 : max_columns} {}

    bool next(TableRow& row) override {
        if (!m_reader.next(m_row)) return false;
        if (m_width == 0) m_width = m_row.cells.size();
        row.number = m_row.number;
        row.cell_count = std::max(m_row.cells.size(), m_width);
        row.fault = RowFault::none;
        m_cells.assign(row.cell_count, {});
        m_text.clear();
        for (std::size_t at = 0; at < m_row.cells.size(); ++at) {
            auto& cell = m_row.cells[at];
            if (cell.kind == CellKind::number) std::ranges::replace(cell.text, '.', m_decimal);
            m_cells[at] = cell.text;
            if (m_text.size() < shown_size) (m_text += at == 0 ? "" : "\t") += cell.text;
            auto const fault = cell.kind == CellKind::error                ? RowFault::error_value
                               : cell.kind == CellKind::uncomputed_formula ? RowFault::uncomputed_formula
                                                                           : RowFault::none;
            if (fault == RowFault::none || row.fault != RowFault::none || at >= max_columns) continue;
            row.fault = fault;
            row.fault_cell = at;
        }
        row.cells = std::span{m_cells}.first(std::min(m_cells.size(), max_columns));
        row.text = m_text;
        return true;
    }

private:
    SheetReader m_reader;
    char m_decimal; // of the numbers that the workbook holds as numbers
    std::size_t m_width;
    SheetRow m_row;
    std::vector<std::string_view> m_cells;
    std::string m_text;
};

// Definitions come before what they define.
constexpr auto order =
    std::to_array<TableKind>({TableKind::groups, TableKind::units, TableKind::measures, TableKind::peer_groups,
                              TableKind::targets, TableKind::observations, TableKind::marks});

struct Beginning {
    std::int64_t row = 0; // 0: the sheet is empty
    std::vector<std::string> headings;
};

Beginning beginning_of(Workbook const& workbook, Sheet const& sheet) {
    auto reader = workbook.read(sheet);
    SheetRow row;
    if (!reader.next(row)) return {};
    Beginning beginning{row.number, {}};
    for (auto& cell : row.cells) beginning.headings.push_back(std::move(cell.text));
    return beginning;
}

class Sheets {
public:
    Sheets(Workbook const& workbook, std::optional<Mapping> const& mapping, Sink& sink)
        : m_workbook{workbook}, m_mapping{mapping}, m_sink{sink} {}

    FileReport read() {
        if (m_mapping)
            read_the_one();
        else
            read_those_known();
        return std::move(m_report);
    }

private:
    std::string place_of(Sheet const& sheet) const {
        return fmt::format("{}/{}", m_workbook.name(), shown(sheet.name));
    }

    void read_the_one() {
        auto const& sheets = m_workbook.sheets();
        auto const chosen = std::ranges::find_if(sheets, [&](Sheet const& sheet) {
            return m_mapping->sheet ? sheet.name == *m_mapping->sheet
                                    : !sheet.is_hidden && beginning_of(m_workbook, sheet).row > 0;
        });
        if (chosen == sheets.end() && m_mapping->sheet)
            throw base::Error{fmt::format("{}: the mapping speaks of the sheet \"{}\", but the sheets are {}.",
                                          m_workbook.name(), *m_mapping->sheet, listed())};
        if (chosen == sheets.end()) throw base::Error{fmt::format("{}: the workbook is empty.", m_workbook.name())};
        for (auto const& sheet : sheets)
            if (&sheet != &*chosen && beginning_of(m_workbook, sheet).row > 0) note(sheet, problems::other_sheet);
        read(*chosen, *m_mapping);
    }

    void read_those_known() {
        std::vector<std::pair<TableKind, Sheet const*>> known;
        std::vector<Sheet const*> unknown;
        for (auto const& sheet : m_workbook.sheets()) {
            auto const beginning = beginning_of(m_workbook, sheet);
            if (beginning.row == 0) continue;
            auto const kind = Columns::kind_of(beginning.headings, m_nothing_stated);
            if (kind && !sheet.is_hidden)
                known.emplace_back(*kind, &sheet);
            else if (kind)
                note(sheet, problems::hidden_sheet);
            else if (!sheet.is_hidden) // hidden ones hold what a template offers to choose from
                unknown.push_back(&sheet);
        }
        if (known.empty() && unknown.size() == 1) return read(*unknown.front(), m_nothing_stated); // says what is wrong
        if (known.empty())
            throw base::Error{
                fmt::format("{}: no sheet has the headings of a table known here. The sheets are {}. Use the "
                            "headings of the guide in the first row, or write a mapping.",
                            m_workbook.name(), listed())};
        for (auto const* sheet : unknown) note(*sheet, problems::unknown_sheet);
        std::ranges::stable_sort(known, {}, [](auto const& entry) { return std::ranges::find(order, entry.first); });
        for (auto const& [kind, sheet] : known) read(*sheet, m_nothing_stated);
    }

    void read(Sheet const& sheet, Mapping const& mapping) {
        SheetRows rows{m_workbook.read(sheet), mapping};
        Reading reading{m_sink, place_of(sheet)};
        auto const kind = read_table(rows, mapping, reading);
        m_report.format +=
            fmt::format("{}{} ({})", m_report.format.empty() ? "Excel: " : ", ", shown(sheet.name), to_text(kind));
        m_report.rows += reading.report.rows;
        m_report.left_out += reading.report.left_out;
        m_report.passed_over += reading.report.passed_over;
    }

    void note(Sheet const& sheet, problems::Problem const& problem) {
        constexpr std::int64_t whole_sheet = 0;
        Reading{m_sink, place_of(sheet)}.note(whole_sheet, {}, {}, problem);
    }

    std::string listed() const {
        std::string list;
        for (auto const& sheet : m_workbook.sheets())
            list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", shown(sheet.name));
        return list;
    }

    Workbook const& m_workbook;
    std::optional<Mapping> const& m_mapping;
    Sink& m_sink;
    Mapping m_nothing_stated;
    FileReport m_report;
};

} // namespace

FileReport read_workbook(ByteSource& bytes, std::string const& name, std::optional<Mapping> const& mapping,
                         Sink& sink) {
    Workbook const workbook{bytes_of_workbook(bytes, name), name};
    return Sheets{workbook, mapping, sink}.read();
}

} // namespace rodtrad::import
