#include "steering/plan_tables.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "import/byte_source.hpp"
#include "import/charset.hpp"
#include "import/csv_reader.hpp"
#include "import/problems.hpp"
#include "import/shown.hpp"
#include "import/spreadsheet.hpp"
#include "steering/readable.hpp"
#include "steering/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
namespace problems = import::problems;

using domain::PlanField;

constexpr std::size_t longest_csv = std::size_t{32} << 20U; // unpacked; held whole

std::optional<std::size_t>& column_of(PlanTable& table, PlanField field) {
    return table.columns[static_cast<std::size_t>(field)];
}

bool is_called(domain::PlanColumn const& column, std::string_view heading) {
    auto plain = base::lower(base::trimmed(heading));
    std::ranges::replace(plain, '_', ' ');
    if (plain == "stöder") plain = "stödjer"; // as many write it
    return plain == column.swedish || plain == column.english;
}

// The table that the headings make; nothing where it is none that is known.
std::optional<PlanTable> table_of(std::string const& place, std::vector<std::string> const& headings) {
    for (auto const& sheet : domain::plan_sheets) {
        PlanTable table{.kind = sheet.kind, .place = place, .headings = headings, .rows = {}};
        for (auto const& column : sheet.columns) {
            auto const found =
                std::ranges::find_if(headings, [&](auto const& heading) { return is_called(column, heading); });
            if (found != headings.end())
                column_of(table, column.field) = static_cast<std::size_t>(found - headings.begin());
        }
        if (std::ranges::all_of(sheet.told_by, [&](PlanField field) { return column_of(table, field).has_value(); }))
            return table;
    }
    return {};
}

bool is_blank(PlanRow const& row) { return !row.fault && std::ranges::all_of(row.cells, &std::string::empty); }

class Reader {
public:
    // Each row of a sheet or file in turn, the headings first. False: the table is not known.
    bool begin(std::string const& place, PlanRow const& headings) {
        auto const& texts = headings.cells;
        auto table = table_of(place, texts);
        if (!table) return false;
        for (std::size_t at = 0; at < texts.size(); ++at)
            if (!texts[at].empty() && std::ranges::find(table->columns, std::optional{at}) == table->columns.end())
                note(place, headings.number, texts[at], problems::unread_column);
        m_read.tables.push_back(std::move(*table));
        return true;
    }
    void add(PlanRow row) {
        if (is_blank(row)) return;
        if (++m_count > PlanTables::most_rows) refuse_length();
        m_read.tables.back().rows.push_back(std::move(row));
    }
    void note(std::string place, std::int64_t row, std::string column, problems::Problem const& problem) {
        m_read.complaints.push_back({.place = std::move(place),
                                     .row = row,
                                     .column = std::move(column),
                                     .text = {},
                                     .problem = problem.problem,
                                     .remedy = problem.remedy,
                                     .outcome = domain::Complaint::Outcome::noted});
    }
    [[noreturn]] static void refuse_length() {
        throw Refused{"file",
                      message("The file has more than {0} rows. Share it out over several files."),
                      {std::to_string(PlanTables::most_rows)}};
    }
    PlanTables all() {
        auto const is_goals = [](PlanTable const& table) { return table.kind == domain::PlanSheetKind::goals; };
        if (std::ranges::none_of(m_read.tables, is_goals))
            throw Refused{"file",
                          message("The file holds no table of goals: one with the headings “titel” and “enhet”, or "
                                  "“title” and “unit”. Begin with the template.")};
        std::ranges::stable_sort(m_read.tables, {}, &PlanTable::kind);
        return std::move(m_read);
    }

private:
    PlanTables m_read;
    std::size_t m_count = 0;
};

PlanRow row_of(import::SheetRow const& sheet_row) {
    PlanRow row{.number = sheet_row.number, .cells = {}};
    for (auto const& cell : sheet_row.cells) {
        auto const fail = [&](problems::Problem const& problem) {
            row.fault = PlanRowFault{problem, row.cells.size(), import::shown(cell.text)};
        };
        if (cell.kind == import::CellKind::error) fail(problems::error_value);
        if (cell.kind == import::CellKind::uncomputed_formula) fail(problems::uncomputed_formula);
        row.cells.emplace_back(base::trimmed(cell.text));
    }
    return row;
}

void read_sheet(import::Workbook const& workbook, import::Sheet const& sheet, Reader& reader) {
    auto rows = workbook.read(sheet);
    import::SheetRow row;
    if (sheet.is_hidden || !rows.next(row)) return; // hidden ones hold what a template offers to choose from
    auto const place = fmt::format("{}/{}", import::shown(workbook.name()), import::shown(sheet.name));
    if (!reader.begin(place, row_of(row))) {
        constexpr std::int64_t whole_sheet = 0;
        return reader.note(place, whole_sheet, {}, problems::unknown_sheet);
    }
    while (rows.next(row)) reader.add(row_of(row));
}

// The problem that a row of CSV has as such.
problems::Problem const& problem_of(import::RowFault fault) {
    switch (fault) {
    case import::RowFault::not_utf8:
        return problems::other_charset;
    case import::RowFault::nul_byte:
        return problems::nul_byte;
    case import::RowFault::unclosed_quote:
        return problems::unclosed_quote;
    case import::RowFault::stray_quote:
        return problems::stray_quote;
    case import::RowFault::none:
    case import::RowFault::too_long:
    case import::RowFault::error_value:
    case import::RowFault::uncomputed_formula:
        break;
    }
    return problems::too_long;
}

PlanRow row_of(import::TableRow const& table_row) {
    PlanRow row{.number = table_row.number, .cells = {}};
    for (auto const cell : table_row.cells) row.cells.emplace_back(base::trimmed(cell));
    if (table_row.fault != import::RowFault::none)
        row.fault = PlanRowFault{problem_of(table_row.fault), {}, import::shown(table_row.text)};
    return row;
}

void read_csv(std::string const& name, std::string_view bytes, Reader& reader) {
    auto const plain = import::read_up_to(*import::unpacked(import::open_text(bytes), name), longest_csv + 1);
    if (plain.size() > longest_csv) Reader::refuse_length();
    auto const source = import::open_text(plain);
    import::Utf8Source text{*source, {}, name};
    import::CsvReader csv{text};
    csv.separate_with(import::guess_separator(csv.beginning()));
    import::TableRow row;
    if (!csv.next(row) || !reader.begin(import::shown(name), row_of(row))) return;
    while (csv.next(row)) reader.add(row_of(row));
}

} // namespace

std::string PlanTable::heading(PlanField field) const {
    auto const column = columns[static_cast<std::size_t>(field)];
    return column ? headings[*column] : std::string{};
}

std::string_view PlanTable::cell(PlanRow const& row, PlanField field) const {
    auto const column = columns[static_cast<std::size_t>(field)];
    return column && *column < row.cells.size() ? std::string_view{row.cells[*column]} : std::string_view{};
}

PlanTables read_plan_tables(std::string const& name, std::string_view bytes) {
    return readable([&] {
        Reader reader;
        if (bytes.starts_with("PK")) {
            import::Workbook const workbook{std::string{bytes}, name};
            for (auto const& sheet : workbook.sheets()) read_sheet(workbook, sheet, reader);
        } else {
            read_csv(name, bytes, reader);
        }
        return reader.all();
    });
}

} // namespace rodtrad::steering
