#pragma once

#include "import/mapping.hpp"
#include "import/table_form.hpp"
#include "import/table_row.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// Where a field of a row is found: in a column, or the same on every row.
class Column {
public:
    Column() = default;
    Column(std::size_t index, std::string heading) : m_index{index}, m_text{std::move(heading)} {}
    static Column of_constant(std::string constant);

    bool is_given() const { return m_index != absent; }
    // Without blanks around it; empty where the field is not given.
    std::string_view in(TableRow const& row) const;
    std::string_view heading() const { return m_index < constant_text ? std::string_view{m_text} : std::string_view{}; }

private:
    static constexpr std::size_t absent = ~std::size_t{0};
    static constexpr std::size_t constant_text = absent - 1;
    std::size_t m_index = absent;
    std::string m_text; // heading, or the constant
};

// The columns of one file: what kind of table they make, and which of them is what.
class Columns {
public:
    // Throws base::Error where the headings (and the mapping) do not say what the file is, naming the headings and
    // what to do about it.
    Columns(std::vector<std::string> headings, Mapping const& mapping, std::string_view file);

    // What headings and mapping say that the table is; nothing where it is none that is known.
    static std::optional<TableKind> kind_of(std::vector<std::string> headings, Mapping const& mapping);

    TableKind kind() const { return m_kind; }
    // How many cells a row must have.
    std::size_t width() const { return m_headings.size(); }
    Column column(std::string_view field) const;
    Column pointed_to(ColumnRef const& ref) const;

    struct External {
        std::string system;
        Column column;
    };
    std::vector<External> externals() const;

    // Columns that nobody asked for, where they do no harm; a table of figures with such columns is refused instead,
    // for a figure may differ by them. A mapping that leaves a column out has said so.
    std::vector<Column> unread() const;

private:
    Columns(std::vector<std::string> headings, Mapping const& mapping);
    bool has(std::string_view field, TableKind kind) const;
    bool has_any(std::span<std::string_view const> fields, TableKind kind) const;
    std::optional<TableKind> guess_kind() const;
    std::optional<std::size_t> find(std::string_view field, TableKind kind) const;
    void refuse_doubles() const;
    [[noreturn]] void fail(std::string const& what) const;
    std::string example() const;

    std::vector<std::string> m_headings; // as they stood
    std::vector<std::string> m_plain;    // as they are compared
    Mapping const& m_mapping;
    std::string m_file;
    TableKind m_kind = TableKind::observations;
};

} // namespace rodtrad::import
