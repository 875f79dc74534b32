#include "import/csv_reader.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::import;

namespace {

struct KeptRow {
    std::int64_t number;
    std::vector<std::string> cells;
    RowFault fault;
};

// Gives a byte or a few at a time, as a slow pipe does.
class Dripping final : public ByteSource {
public:
    Dripping(std::string_view text, std::size_t drop) : m_rest{text}, m_drop{drop} {}
    std::size_t read(std::span<char> into) override {
        auto const count = m_rest.copy(into.data(), std::min(m_drop, into.size()));
        m_rest.remove_prefix(count);
        return count;
    }
    std::uint64_t done() const override { return 0; }
    std::uint64_t total() const override { return 0; }

private:
    std::string_view m_rest;
    std::size_t m_drop;
};

std::vector<KeptRow> split(std::string_view text, char separator = ';', std::size_t drop = 1U << 20U) {
    Dripping bytes{text, drop};
    Utf8Source utf8{bytes, {}, "file.csv"};
    CsvReader csv{utf8};
    csv.separate_with(separator);
    std::vector<KeptRow> rows;
    for (TableRow row; csv.next(row);) rows.push_back({row.number, {row.cells.begin(), row.cells.end()}, row.fault});
    return rows;
}

std::vector<std::string> first(std::string_view text) { return split(text).at(0).cells; }

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("Cells are split at the separator, rows at LF or CRLF, with or without a line break at the end") {
    for (auto const* text : {"a;b\nc;d", "a;b\nc;d\n", "a;b\r\nc;d\r\n", "a;b\r\nc;d"}) {
        auto const rows = split(text);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].cells == Cells{"a", "b"});
        CHECK(rows[1].cells == Cells{"c", "d"});
        CHECK(rows[1].number == 2);
    }
    CHECK(split("").empty());
    CHECK(first(";") == Cells{"", ""});
}

TEST_CASE("Quotation marks protect separators, line breaks and themselves") {
    CHECK(first("\"a;b\";c") == Cells{"a;b", "c"});
    CHECK(first("\"say \"\"hello\"\"\";\"\"") == Cells{"say \"hello\"", ""});
    CHECK(first("\"\"\"\"") == Cells{"\""});
    auto const rows = split("\"two\nlines\";b\nc;d\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == Cells{"two\nlines", "b"});
    CHECK(rows[1].number == 2); // as a spreadsheet numbers it
    CHECK(first("5\" rör;b") == Cells{"5\" rör", "b"});
}

TEST_CASE("A quotation mark that is never closed costs its own row only") {
    auto const rows = split("\"a;b\nc;d\ne;f\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].fault == RowFault::unclosed_quote);
    CHECK(rows[1].cells == Cells{"c", "d"});
    CHECK(rows[2].cells == Cells{"e", "f"});
}

TEST_CASE("Text after a closing quotation mark is a fault of that row") {
    auto const rows = split("\"a\"b;c\nd;e\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].fault == RowFault::stray_quote);
    CHECK(rows[1].fault == RowFault::none);
}

TEST_CASE("A row longer than 1 MiB is passed by in constant memory, and reading goes on after it") {
    auto const rows = split("a;b\n" + std::string(5'000'000, 'x') + "\nc;d\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].fault == RowFault::too_long);
    CHECK(rows[2].cells == Cells{"c", "d"});
    CHECK(rows[2].number == 3);
}

TEST_CASE("A quotation mark never closed in a large file costs its own row only") {
    std::string text = "a;b\n\"open;1\n";
    for (auto i = 0; i < 400'000; ++i) text += "row;1\n";
    auto const rows = split(text);
    CHECK(rows.size() == 400'002);
    CHECK(rows[1].fault == RowFault::unclosed_quote);
    CHECK(rows[2].cells == Cells{"row", "1"});
}

TEST_CASE("NUL bytes and bytes that are not UTF-8 are faults of their row") {
    auto const rows = split(std::string_view{"å;b\nc\0;d\n\xE5;f\ng;h\n", 18});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].fault == RowFault::none);
    CHECK(rows[1].fault == RowFault::nul_byte);
    CHECK(rows[3].fault == RowFault::none);
}

TEST_CASE("However the bytes arrive, the rows are the same") {
    std::string text;
    for (auto i = 0; i < 200; ++i) text += "\"quoted \"\"åäö\"\"\nline\";" + std::to_string(i) + ";;last\r\n";
    auto const whole = split(text);
    for (std::size_t const drop : {1U, 2U, 3U, 7U, 1000U}) {
        auto const dripped = split(text, ';', drop);
        REQUIRE(dripped.size() == whole.size());
        for (std::size_t at = 0; at < whole.size(); ++at) CHECK(dripped[at].cells == whole[at].cells);
    }
}

TEST_CASE("Rows that lie across the blocks of the reader are whole") {
    std::string text;
    for (auto i = 0; i < 100'000; ++i) text += "row number;" + std::to_string(i) + "\n";
    auto const rows = split(text);
    REQUIRE(rows.size() == 100'000);
    for (std::size_t at = 0; at < rows.size(); ++at) REQUIRE(rows[at].cells == Cells{"row number", std::to_string(at)});
}

TEST_CASE("The separator is the one that the headings have most of") {
    CHECK(guess_separator("a;b;c\n1,5;2,5;3,5\n") == ';');
    CHECK(guess_separator("a,b,c\n1;2;3;4;5;6\n") == ',');
    CHECK(guess_separator("a\tb\tc, d\n") == '\t');
    CHECK(guess_separator("\"a,b,c,d\";e\n") == ';');
    CHECK(guess_separator("alone\n") == ';');
}
