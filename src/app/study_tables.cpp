#include "app/study_tables.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "import/byte_source.hpp"
#include "import/charset.hpp"
#include "import/csv_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace rodtrad::app {

StudyTable StudyTable::read(std::filesystem::path const& path) {
    StudyTable table;
    table.m_name = path.filename().string();
    auto const bytes = import::unpacked(import::open_file(path), table.m_name);
    import::Utf8Source text{*bytes, {}, table.m_name};
    import::CsvReader reader{text};
    reader.separate_with(import::guess_separator(reader.beginning()));

    for (import::TableRow row; reader.next(row);) {
        if (row.is_blank()) continue;
        if (row.fault != import::RowFault::none)
            throw base::Error(
                fmt::format("{}, row {}: cannot be split into cells: {}", table.m_name, row.number, row.text));
        if (table.m_headings.empty()) {
            for (auto const heading : row.cells) table.m_headings.emplace_back(base::trimmed(heading));
            continue;
        }
        if (row.cell_count != table.m_headings.size())
            throw base::Error(fmt::format("{}, row {}: {} cells under {} headings", table.m_name, row.number,
                                          row.cell_count, table.m_headings.size()));
        for (auto const cell : row.cells) table.m_cells.emplace_back(base::trimmed(cell));
        table.m_numbers.push_back(row.number);
    }
    if (table.m_headings.empty()) throw base::Error(fmt::format("{}: is empty; headings are expected", table.m_name));
    return table;
}

std::optional<StudyTable::Column> StudyTable::column_if_any(std::string_view heading) const {
    auto const found = std::ranges::find(m_headings, heading);
    if (found == m_headings.end()) return {};
    return Column{static_cast<std::size_t>(found - m_headings.begin())};
}

StudyTable::Column StudyTable::column(std::string_view heading) const {
    if (auto const column = column_if_any(heading)) return *column;
    throw base::Error(fmt::format("{}, row 1: there is no column {}; the headings are {}", m_name, heading,
                                  fmt::join(m_headings, ", ")));
}

std::string const& StudyTable::text(Row row, Column column) const {
    return m_cells[row.at * m_headings.size() + column.at];
}

std::string StudyTable::place(Row row, Column column) const {
    return fmt::format("{}, row {}, column {}: ", m_name, m_numbers[row.at], m_headings[column.at]);
}

std::optional<double> StudyTable::number_if_any(Row row, Column column) const {
    auto const& cell = text(row, column);
    if (cell.empty()) return {};
    if (auto const value = base::to_double(cell)) return value;
    throw base::Error(fmt::format("{}\"{}\" is not a number (decimal point, no spaces)", place(row, column), cell));
}

double StudyTable::number(Row row, Column column) const {
    if (auto const value = number_if_any(row, column)) return *value;
    throw base::Error(fmt::format("{}a number is missing", place(row, column)));
}

bool StudyTable::is_true(Row row, Column column) const {
    auto const& cell = text(row, column);
    if (cell == "1") return true;
    if (cell == "0") return false;
    throw base::Error(fmt::format("{}\"{}\" is neither 1 nor 0", place(row, column), cell));
}

std::vector<StudyTable::Row> StudyTable::rows() const {
    std::vector<Row> all(size());
    for (std::size_t at = 0; at < size(); ++at) all[at] = {at};
    return all;
}

std::vector<std::vector<StudyTable::Row>> StudyTable::grouped_by(Column column) const {
    std::vector<std::vector<Row>> groups;
    std::map<std::string_view, std::size_t> known;
    for (auto const row : rows()) {
        auto const [found, is_new] = known.try_emplace(text(row, column), groups.size());
        if (is_new) groups.emplace_back();
        groups[found->second].push_back(row);
    }
    return groups;
}

std::vector<StudyTable::Row> StudyTable::sorted_by(Column column, std::vector<Row> rows) const {
    std::ranges::stable_sort(rows, {}, [&](Row row) { return number(row, column); });
    return rows;
}

std::vector<double> StudyTable::numbers(std::span<Row const> rows, Column column) const {
    std::vector<double> values;
    for (auto const row : rows) values.push_back(number(row, column));
    return values;
}

std::vector<std::optional<double>> StudyTable::numbers_if_any(std::span<Row const> rows, Column column) const {
    std::vector<std::optional<double>> values;
    for (auto const row : rows) values.push_back(number_if_any(row, column));
    return values;
}

std::string study_cell(double value) {
    if (std::isinf(value)) return value > 0 ? "Inf" : "-Inf";
    return std::isnan(value) ? "" : base::shortest(value + 0.0); // −0 is 0
}
std::string study_cell(std::optional<double> value) { return value ? study_cell(*value) : ""; }
std::string study_cell(std::size_t value) { return std::to_string(value); }
std::string study_cell(bool value) { return value ? "1" : "0"; }

} // namespace rodtrad::app
