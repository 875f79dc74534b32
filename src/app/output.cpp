#include "app/output.hpp"

#include "base/csv_writer.hpp"
#include "base/text.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace rodtrad::app {

namespace {

std::string plain(OutputCell const& cell) {
    struct Text {
        std::string operator()(std::monostate /*nothing*/) const { return {}; }
        std::string operator()(std::string const& text) const { return text; }
        std::string operator()(double value) const { return base::shortest(value); }
        std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
    };
    return std::visit(Text{}, cell);
}

// As a terminal counts: one column a code point.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !U8_IS_TRAIL(c); }));
}

} // namespace

void add_format_option(CLI::App& command, OutputFormat& format) {
    auto const choose = [&format](std::string const& name) {
        format = name == "json" ? OutputFormat::json : name == "csv" ? OutputFormat::csv : OutputFormat::text;
    };
    command.add_option_function<std::string>("--format", choose, "text for people, json or csv for programs")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->option_text("text|json|csv");
}

void OutputTable::print(std::ostream& out, OutputFormat format) const {
    switch (format) {
    case OutputFormat::text:
        print_text(out);
        break;
    case OutputFormat::json:
        print_json(out);
        break;
    case OutputFormat::csv:
        print_csv(out);
        break;
    }
}

void OutputTable::print_text(std::ostream& out) const {
    std::vector<std::size_t> widths;
    for (auto const& column : m_columns) widths.push_back(width(column));
    for (auto const& row : m_rows)
        for (std::size_t at = 0; at < row.size(); ++at) widths[at] = std::max(widths[at], width(plain(row[at])));

    auto const line = [&](auto const& cells, auto text_of, auto is_number) {
        for (std::size_t at = 0; at < cells.size(); ++at) {
            auto const text = text_of(cells[at]);
            std::string const gap(widths[at] - width(text), ' ');
            auto const is_last = at + 1 == cells.size();
            out << (at > 0 ? "  " : "");
            if (is_number(cells[at]))
                out << gap << text;
            else
                out << text << (is_last ? "" : gap);
        }
        out << '\n';
    };
    line(m_columns, [](std::string const& name) { return name; }, [](auto const&) { return false; });
    auto const is_number = [](OutputCell const& cell) {
        return std::holds_alternative<double>(cell) || std::holds_alternative<std::int64_t>(cell);
    };
    for (auto const& row : m_rows) line(row, plain, is_number);
}

void OutputTable::print_json(std::ostream& out) const {
    out << '[';
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        out << (r > 0 ? ",\n " : "\n ") << '{';
        for (std::size_t at = 0; at < m_columns.size(); ++at) {
            auto const& cell = m_rows[r][at];
            out << (at > 0 ? ", " : "") << json_text(m_columns[at]) << ": ";
            if (std::holds_alternative<std::monostate>(cell))
                out << "null";
            else if (auto const* text = std::get_if<std::string>(&cell))
                out << json_text(*text);
            else
                out << plain(cell);
        }
        out << '}';
    }
    out << "\n]\n";
}

void OutputTable::print_csv(std::ostream& out) const {
    base::CsvWriter csv{out};
    csv.row(m_columns);
    for (auto const& row : m_rows) {
        std::vector<std::string> cells;
        std::ranges::transform(row, std::back_inserter(cells), plain);
        csv.row(cells);
    }
}

std::string json_text(std::string_view text) { return boost::json::serialize(boost::json::string{text}); }

} // namespace rodtrad::app
