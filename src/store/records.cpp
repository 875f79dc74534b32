#include "store/records.hpp"

#include <fmt/format.h>

#include <type_traits>

namespace rodtrad::store {

namespace {

// A column may have a word of SQL for a name: "commit", "values".
std::string quoted(std::vector<std::string_view> const& columns, std::string_view between) {
    return fmt::format("\"{}\"", fmt::join(columns, fmt::format("\"{}\"", between)));
}

} // namespace

void bind_all(Statement& statement, std::span<RecordCell const> cells, int first) {
    for (auto const& cell : cells) {
        std::visit(
            [&](auto const& value) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::nullptr_t>)
                    statement.bind_null(first);
                else
                    statement.bind(first, value);
            },
            cell);
        ++first;
    }
}

std::vector<RecordCell> cells_at(Statement const& row, std::size_t columns) {
    std::vector<RecordCell> cells;
    cells.reserve(columns);
    for (int column = 0; column < static_cast<int>(columns); ++column) {
        switch (row.kind(column)) {
        case ColumnKind::null:
            cells.emplace_back(nullptr);
            break;
        case ColumnKind::integer:
            cells.emplace_back(row.integer(column));
            break;
        case ColumnKind::real:
            cells.emplace_back(row.real(column));
            break;
        case ColumnKind::text:
            cells.emplace_back(std::string{row.text(column)});
            break;
        }
    }
    return cells;
}

RecordTable::RecordTable(Connection& connection, std::string_view table, std::vector<std::string_view> columns)
    : m_connection{connection}, m_table{table}, m_columns{std::move(columns)} {}

std::vector<std::vector<RecordCell>> RecordTable::all() {
    auto const statement =
        m_connection.prepare(fmt::format("select {} from {} order by id", quoted(m_columns, ", "), m_table));
    std::vector<std::vector<RecordCell>> rows;
    while (statement->step()) rows.push_back(cells_at(*statement, m_columns.size()));
    return rows;
}

std::optional<std::vector<RecordCell>> RecordTable::find(std::int64_t id) {
    auto const statement =
        m_connection.prepare(fmt::format("select {} from {} where id = ?", quoted(m_columns, ", "), m_table));
    statement->bind(1, id);
    if (!statement->step()) return {};
    return cells_at(*statement, m_columns.size());
}

std::int64_t RecordTable::insert(std::vector<RecordCell> const& cells) {
    std::string places = "?";
    for (std::size_t column = 1; column < m_columns.size(); ++column) places += ", ?";
    auto const statement =
        m_connection.prepare(fmt::format("insert into {} ({}) values ({})", m_table, quoted(m_columns, ", "), places));
    bind_all(*statement, cells, 1);
    auto const wanted = std::get<std::int64_t>(cells.front());
    if (wanted == 0) statement->bind_null(1);
    statement->run();
    return wanted == 0 ? m_connection.last_id() : wanted;
}

void RecordTable::update(std::int64_t id, std::vector<RecordCell> const& cells) {
    auto const statement =
        m_connection.prepare(fmt::format("update {} set {} = ? where id = ?", m_table, quoted(m_columns, " = ?, ")));
    bind_all(*statement, cells, 1);
    statement->bind(static_cast<int>(cells.size()) + 1, id);
    statement->run();
}

} // namespace rodtrad::store
