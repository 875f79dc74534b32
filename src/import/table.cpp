#include "import/table.hpp"

#include "base/error.hpp"
#include "base/message.hpp"
#include "base/text.hpp"
#include "import/csv_reader.hpp"
#include "import/row_reader.hpp"
#include "import/unreadable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rodtrad::import {

namespace {

std::string separator_text(char separator) {
    switch (separator) {
    case ';':
        return "semicolon";
    case ',':
        return "comma";
    case '\t':
        return "tab";
    default:
        return fmt::format("\"{}\"", separator);
    }
}

problems::Problem const& problem_of(RowFault fault) {
    switch (fault) {
    case RowFault::nul_byte:
        return problems::nul_byte;
    case RowFault::unclosed_quote:
        return problems::unclosed_quote;
    case RowFault::stray_quote:
        return problems::stray_quote;
    case RowFault::too_long:
        return problems::too_long;
    case RowFault::error_value:
        return problems::error_value;
    case RowFault::uncomputed_formula:
        return problems::uncomputed_formula;
    case RowFault::not_utf8:
    case RowFault::none:
        break;
    }
    return problems::other_charset;
}

std::unique_ptr<RowReader> row_reader(Columns const& columns, Mapping const& mapping, Reading& reading) {
    switch (columns.kind()) {
    case TableKind::observations:
        return observation_rows(columns, mapping, reading);
    case TableKind::targets:
        return target_rows(columns, mapping, reading);
    case TableKind::units:
        return unit_rows(columns, mapping, reading);
    case TableKind::measures:
        return measure_rows(columns, mapping, reading);
    case TableKind::groups:
        return group_rows(columns, mapping, reading);
    case TableKind::peer_groups:
        return peer_group_rows(columns, mapping, reading);
    case TableKind::marks:
        return mark_rows(columns, mapping, reading);
    }
    return {};
}

class Table {
public:
    Table(RowSource& rows, Mapping const& mapping, Reading& reading)
        : m_rows{rows}, m_mapping{mapping}, m_reading{reading} {}

    TableKind read() {
        if (!next_with_text()) throw Unreadable{base::message("{0}: the file is empty."), {m_reading.file}};
        // Excel's own first line, which names the separator
        if (m_mapping.has_header && m_row.cells[0].starts_with("sep=") && !next_with_text())
            throw Unreadable{base::message("{0}: the file is empty."), {m_reading.file}};

        Columns const columns{headings(), m_mapping, m_reading.file};
        for (auto const& column : columns.unread())
            m_reading.note(m_row.number, column.heading(), {}, problems::unread_column);
        for (auto const& keep : m_mapping.keep) m_keep.emplace_back(columns.pointed_to(keep.column), &keep.texts);

        auto const rows = row_reader(columns, m_mapping, m_reading);
        auto has_row = m_mapping.has_header ? next_with_text() : true;
        for (; has_row; has_row = next_with_text()) {
            ++m_reading.report.rows;
            if (is_sound(columns) && is_kept()) rows->read(m_row);
        }
        rows->finish();
        return columns.kind();
    }

private:
    bool next_with_text() {
        while (m_rows.next(m_row))
            if (!m_row.is_blank()) return true;
        return false;
    }

    std::vector<std::string> headings() const {
        if (m_row.fault != RowFault::none)
            throw base::Error{fmt::format("{}: row {}: {} {}", m_reading.file, m_row.number,
                                          problem_of(m_row.fault).problem, problem_of(m_row.fault).remedy)};
        if (m_row.cell_count > RowSource::max_columns)
            throw Unreadable{
                base::message("{0}: the first row has {1} cells; {2} are the most that can be read. Is it CSV?"),
                {m_reading.file, std::to_string(m_row.cell_count), std::to_string(RowSource::max_columns)}};
        if (m_mapping.has_header) return {m_row.cells.begin(), m_row.cells.end()};
        std::vector<std::string> numbers;
        for (std::size_t number = 1; number <= m_row.cell_count; ++number) numbers.push_back(std::to_string(number));
        return numbers;
    }

    bool is_sound(Columns const& columns) {
        auto const width = columns.width();
        if (m_row.fault == RowFault::error_value || m_row.fault == RowFault::uncomputed_formula) {
            auto const is_within = m_row.fault_cell < width;
            m_reading.leave_out(m_row.number,
                                is_within ? columns.pointed_to(m_row.fault_cell + 1).heading() : std::string_view{},
                                m_row.cells[m_row.fault_cell], problem_of(m_row.fault));
            return false;
        }
        auto const* problem = m_row.fault != RowFault::none ? &problem_of(m_row.fault) : nullptr;
        if (problem == nullptr && m_row.cell_count < width) problem = &problems::too_few_cells;
        if (problem == nullptr && m_row.cell_count > width) {
            auto const beyond = m_row.cells.subspan(std::min(width, m_row.cells.size()));
            auto const is_empty = [](std::string_view cell) { return cell.empty(); };
            if (m_row.cell_count > RowSource::max_columns || !std::ranges::all_of(beyond, is_empty))
                problem = &problems::too_many_cells;
        }
        if (problem != nullptr) m_reading.leave_out(m_row.number, {}, base::trimmed(m_row.text), *problem);
        return problem == nullptr;
    }

    bool is_kept() {
        auto const is_kept = std::ranges::all_of(m_keep, [&](auto const& keep) {
            auto const& [column, texts] = keep;
            return texts->contains(column.in(m_row));
        });
        if (!is_kept) ++m_reading.report.passed_over;
        return is_kept;
    }

    RowSource& m_rows;
    Mapping const& m_mapping;
    Reading& m_reading;
    TableRow m_row;
    std::vector<std::pair<Column, std::set<std::string, std::less<>> const*>> m_keep;
};

} // namespace

TableKind read_table(RowSource& rows, Mapping const& mapping, Reading& reading) {
    return Table{rows, mapping, reading}.read();
}

void read_csv(Utf8Source& text, Mapping const& mapping, Reading& reading) {
    CsvReader csv{text};
    auto const separator = mapping.separator ? *mapping.separator : guess_separator(csv.beginning());
    csv.separate_with(separator);
    auto const kind = read_table(csv, mapping, reading);
    auto const name = kind == TableKind::observations ? "tidy" : to_text(kind);
    reading.report.format = fmt::format("{} CSV, {}, {}", name, text.charset_text(), separator_text(separator));
}

} // namespace rodtrad::import
