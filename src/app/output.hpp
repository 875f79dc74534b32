#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace CLI {
class App;
}

namespace rodtrad::app {

enum class OutputFormat : std::uint8_t { text, json, csv };

// Gives a command the option --format text|json|csv.
void add_format_option(CLI::App& command, OutputFormat& format);

// What a command prints, in whichever form is asked for: aligned for people, an array of objects, or CSV.
// A cell is a text, a number, a truth, or nothing.
using OutputCell = std::variant<std::monostate, std::string, double, std::int64_t, bool>;
class OutputTable {
public:
    // Names of columns, as they stand in CSV and JSON.
    explicit OutputTable(std::vector<std::string> columns) : m_columns{std::move(columns)} {}
    void add(std::vector<OutputCell> cells) { m_rows.push_back(std::move(cells)); }
    void print(std::ostream& out, OutputFormat format) const;

private:
    void print_text(std::ostream& out) const;
    void print_json(std::ostream& out) const;
    void print_csv(std::ostream& out) const;
    std::vector<std::string> m_columns;
    std::vector<std::vector<OutputCell>> m_rows;
};

// A text as JSON writes it, with its quotes.
std::string json_text(std::string_view text);

} // namespace rodtrad::app
