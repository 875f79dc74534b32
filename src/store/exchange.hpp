#pragma once

#include "store/records.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

// Everything the database holds, as tables that stand on their own: things are named by their codes, rows come in an
// order that follows from their contents alone, and what proves who someone is (passwords, sessions) is not among them.
// Written out and restored into an empty database, it is the same organisation.
namespace rodtrad::store {

struct ExchangeColumn {
    std::string name;
    ColumnKind kind = ColumnKind::text; // of what is not absent
    bool is_optional = false;
    // In a table that was written before the column existed; nothing: it must be there.
    std::optional<RecordCell> otherwise{};
};

struct ExchangeTable {
    std::string name; // of the file: "observations"
    std::string about;
    std::vector<ExchangeColumn> columns;
    std::string select;
    std::string insert; // one parameter for each column, in their order
};

// In an order in which they can be restored.
std::vector<ExchangeTable> const& exchange_tables();

void each_row(Connection& connection, ExchangeTable const& table,
              std::function<void(std::span<RecordCell const>)> const& take);

// Restores rows one at a time. To be used within a write transaction.
class RowRestorer {
public:
    RowRestorer(Connection& connection, ExchangeTable const& table);
    // One cell for each column. Throws DatabaseError where the row does not fit with what is there.
    void write(std::span<RecordCell const> cells);

private:
    std::unique_ptr<Statement> m_insert;
};

// Makes a new database ready for the rows of another: throws DatabaseError where it holds anything already.
void begin_restore(Connection& connection);

} // namespace rodtrad::store
