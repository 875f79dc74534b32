#pragma once

#include "base/json_of.hpp"
#include "store/connection.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rodtrad::store {

// A value as the database keeps it. Lists and structs within a record are JSON text; truths are 0 and 1.
using RecordCell = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

// The cells of the current row, from the first column on.
std::vector<RecordCell> cells_at(Statement const& row, std::size_t columns);
// Binds them to the parameters from `first` on. They must live until the statement is reset.
void bind_all(Statement& statement, std::span<RecordCell const> cells, int first);

// A table of records by their column names, without knowing their type. The first column is the id.
class RecordTable {
public:
    RecordTable(Connection& connection, std::string_view table, std::vector<std::string_view> columns);

    std::vector<std::vector<RecordCell>> all();                         // by id
    std::optional<std::vector<RecordCell>> find(std::int64_t id);       //
    std::int64_t insert(std::vector<RecordCell> const& cells);          // an id of 0: the database gives one
    void update(std::int64_t id, std::vector<RecordCell> const& cells); // of a record that is there

private:
    Connection& m_connection;
    std::string m_table;
    std::vector<std::string_view> m_columns;
};

// The table of a described record (T::table, T::fields()), with one column for each field. What differs between tables
// is their description alone. Nothing is ever deleted, so there is no such function.
template <base::Described T>
class Records {
public:
    explicit Records(Connection& connection) : m_table{connection, T::table, columns()} {}

    std::vector<T> all() { // by id
        std::vector<T> records;
        for (auto const& row : m_table.all()) records.push_back(record_of(row));
        return records;
    }
    std::optional<T> find(decltype(T::id) id) {
        auto const row = m_table.find(id.value());
        return row ? std::optional{record_of(*row)} : std::nullopt;
    }
    // The id of `record`, or where that is 0 the one that it was given.
    decltype(T::id) insert(T const& record) { return decltype(T::id){m_table.insert(cells_of(record))}; }
    void update(T const& record) { m_table.update(record.id.value(), cells_of(record)); }

    static std::vector<std::string_view> columns() {
        std::vector<std::string_view> names;
        base::for_each_field(T{}, [&](std::string_view name, auto const&) { names.push_back(name); });
        return names;
    }

    // What a column holds: its kind, whether it may be null, and what it is in a record of which nothing is known.
    struct Column {
        std::string_view name;
        ColumnKind kind;
        bool is_optional;
        RecordCell otherwise;
    };
    static std::vector<Column> described_columns() {
        std::vector<Column> columns;
        base::for_each_field(T{}, [&]<class Value>(std::string_view name, Value const& value) {
            if constexpr (base::IsOptional<Value>::value)
                columns.push_back({name, kind_of(cell_of(typename Value::value_type{})), true, nullptr});
            else
                columns.push_back({name, kind_of(cell_of(value)), false, cell_of(value)});
        });
        return columns;
    }

private:
    // Of a cell that is not null.
    static ColumnKind kind_of(RecordCell const& cell) {
        if (std::holds_alternative<std::int64_t>(cell)) return ColumnKind::integer;
        return std::holds_alternative<double>(cell) ? ColumnKind::real : ColumnKind::text;
    }

    template <class Value>
    static RecordCell cell_of(Value const& value) {
        if constexpr (base::IsOptional<Value>::value)
            return value ? cell_of(*value) : RecordCell{nullptr};
        else if constexpr (base::IsVector<Value>::value || base::Described<Value>)
            return base::to_text(base::json_of(value));
        else if constexpr (base::IsId<Value>::value)
            return value.value();
        else if constexpr (base::Named<Value>)
            return std::string{base::name_of(value)};
        else if constexpr (std::same_as<Value, base::Date> || std::same_as<Value, base::Instant>)
            return base::to_text(value);
        else if constexpr (std::integral<Value>)
            return static_cast<std::int64_t>(value);
        else
            return value;
    }

    template <class Value>
    static void read_cell(RecordCell const& cell, Value& value, std::string_view name) {
        if constexpr (base::IsOptional<Value>::value) {
            if (std::holds_alternative<std::nullptr_t>(cell))
                value.reset();
            else
                read_cell(cell, value.emplace(typename Value::value_type{}), name);
        } else {
            auto const json = [&]() -> base::Json {
                if (auto const* integer = std::get_if<std::int64_t>(&cell)) {
                    if constexpr (std::same_as<Value, bool>) return *integer != 0;
                    return *integer;
                }
                if (auto const* real = std::get_if<double>(&cell)) return *real;
                auto const* text = std::get_if<std::string>(&cell);
                if (text == nullptr) return {};
                if constexpr (base::IsVector<Value>::value || base::Described<Value>) return base::to_json(*text);
                return *text;
            }();
            base::read_json(json, value, std::string{name});
        }
    }

    static std::vector<RecordCell> cells_of(T const& record) {
        std::vector<RecordCell> cells;
        base::for_each_field(record, [&](std::string_view, auto const& value) { cells.push_back(cell_of(value)); });
        return cells;
    }
    static T record_of(std::vector<RecordCell> const& cells) {
        T record;
        std::size_t at = 0;
        base::for_each_field(record, [&](std::string_view name, auto& value) { read_cell(cells[at++], value, name); });
        return record;
    }

    RecordTable m_table;
};

} // namespace rodtrad::store
