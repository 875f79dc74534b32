#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::app {

// A CSV file with headings, held in memory: what a method of the study is given on the command line.
// Everything that does not hold together is a base::Error that names file, row and column.
class StudyTable {
public:
    struct Column {
        std::size_t at = 0;
    };
    struct Row {
        std::size_t at = 0;
    };

    static StudyTable read(std::filesystem::path const& path);

    Column column(std::string_view heading) const;
    std::optional<Column> column_if_any(std::string_view heading) const;
    std::size_t size() const { return m_numbers.size(); }

    std::string const& text(Row row, Column column) const;
    std::optional<double> number_if_any(Row row, Column column) const; // an empty cell is no number
    double number(Row row, Column column) const;
    bool is_true(Row row, Column column) const; // 1 or 0

    std::vector<Row> rows() const;
    // Rows that share a text in a column, in the order of the file; the groups in the order of their first row.
    std::vector<std::vector<Row>> grouped_by(Column column) const;
    // By the number in a column, which must be there; those that are equal in the order given.
    std::vector<Row> sorted_by(Column column, std::vector<Row> rows) const;
    // All numbers of some rows; none may be empty.
    std::vector<double> numbers(std::span<Row const> rows, Column column) const;
    std::vector<std::optional<double>> numbers_if_any(std::span<Row const> rows, Column column) const;

    // "file, row 7, column x: "
    std::string place(Row row, Column column) const;

private:
    std::string m_name;
    std::vector<std::string> m_headings;
    std::vector<std::string> m_cells;    // row by row
    std::vector<std::int64_t> m_numbers; // of each row, as a spreadsheet counts
};

// What a cell of the answer says: shortest text that reads back as the same number; empty for nothing; an infinity,
// which only degrees of freedom and open limits have, as R writes it.
std::string study_cell(double value);
std::string study_cell(std::optional<double> value);
std::string study_cell(std::size_t value);
std::string study_cell(bool value); // 1 or 0

} // namespace rodtrad::app
