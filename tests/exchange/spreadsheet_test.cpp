// What is written for Excel, read again by the reader of what comes from it.

#include "base/error.hpp"
#include "import/spreadsheet.hpp"
#include "view/spreadsheet.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace rodtrad;
using namespace rodtrad::view;
using import::CellKind;

namespace {

auto const now = base::to_instant("2026-10-03T08:15:00Z");

std::vector<import::SheetRow> rows_in(import::Workbook const& book, std::size_t sheet = 0) {
    std::vector<import::SheetRow> rows;
    auto reader = book.read(book.sheets().at(sheet));
    for (import::SheetRow row; reader.next(row);) rows.push_back(row);
    return rows;
}

// The one text, written and read again.
std::string read_again(std::string const& text) {
    Spreadsheet sheets;
    sheets.sheet("Blad", {{"Text"}});
    sheets.row({text});
    import::Workbook const book{sheets.bytes(now), "book.xlsx"};
    auto const rows = rows_in(book);
    if (rows.size() != 2) return "nothing";
    CHECK(rows[1].cells.at(0).kind == CellKind::text);
    return rows[1].cells.at(0).text;
}

} // namespace

TEST_CASE("texts, numbers and dates come back as they were") {
    using namespace std::chrono;
    Spreadsheet sheets;
    sheets.sheet("Mått", {{"Mått"}, {"Utfall"}, {"Dag"}, {"Anmärkning"}});
    sheets.row({"Sjukfrånvaro", SheetNumber{7.25, 1}, base::Date{2026y / October / 3d}, {}});
    sheets.row({"", SheetNumber{-1234567, 0}, base::Date{1850y / January / 1d}, "två\nrader"});
    sheets.sheet("Tom", {{"Kod"}});
    import::Workbook const book{sheets.bytes(now), "book.xlsx"};
    REQUIRE(book.sheets().size() == 2);
    CHECK(book.sheets()[0].name == "Mått");
    auto const rows = rows_in(book);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells.at(1).text == "Utfall");
    CHECK(rows[1].cells.at(0).text == "Sjukfrånvaro");
    CHECK(rows[1].cells.at(1).text == "7.25");
    CHECK(rows[1].cells.at(1).kind == CellKind::number);
    CHECK(rows[1].cells.at(2).text == "2026-10-03");
    CHECK(rows[1].cells.at(2).kind == CellKind::date);
    CHECK(rows[1].cells.size() == 3);
    CHECK(rows[2].cells.at(0).kind == CellKind::empty);
    CHECK(rows[2].cells.at(1).text == "-1234567");
    CHECK(rows[2].cells.at(2).text == "1850-01-01"); // before Excel's time: a text
    CHECK(rows[2].cells.at(3).text == "två\nrader");
    CHECK(rows_in(book, 1).size() == 1);
}

TEST_CASE("a text stays a text, whatever it begins with or holds") {
    for (std::string const text : {"=1+1", "=cmd|'/c calc'!A0", "+46 8 123", "-5", "@SUM(A1)", "0180", "TRUE",
                                   "2026-10-03", " blank ", "a\tb", "<b> & \"c\"", "_x000D_", "\x01", "Åsa 😀"})
        CHECK(read_again(text) == text);
    auto const cut = read_again(std::string(40'000, 'x'));
    CHECK(cut.ends_with("x…"));
    CHECK(cut.size() < 32'800);
}

TEST_CASE("every name becomes one that Excel allows, and no two are alike") {
    Spreadsheet sheets;
    for (auto const* name : {"a/b:c", "A b c", "", "'", "_", "Förskolor och grundskolor i hela kommunen",
                             "Förskolor och grundskolor i hela staden"})
        sheets.sheet(name, {{"Kod"}});
    import::Workbook const book{sheets.bytes(now), "book.xlsx"};
    std::vector<std::string> names;
    for (auto const& sheet : book.sheets()) names.push_back(sheet.name);
    CHECK(names == std::vector<std::string>{"a b c", "A b c 2", "1", "1 2", "_ 2", "Förskolor och grundskolor i hel",
                                            "Förskolor och grundskolor i h 2"});
}

TEST_CASE("what may be chosen in a column is offered there, few or many") {
    Spreadsheet sheets;
    std::vector<std::string> many;
    for (auto i = 0; i < 300; ++i) many.push_back("Förskolan " + std::to_string(i) + ", söder");
    sheets.sheet("Mål", {{"Enhet", many}, {"Slag", {"mål", "delmål"}}});
    import::Workbook const book{sheets.bytes(now), "book.xlsx"};
    REQUIRE(book.sheets().size() == 2);
    CHECK(book.sheets()[1].is_hidden);
    auto const choices = rows_in(book, 1);
    REQUIRE(choices.size() == 300);
    CHECK(choices[299].cells.at(0).text == "Förskolan 299, söder");
    import::ZipFile const zip{sheets.bytes(now), "book.xlsx"};
    auto const xml = import::read_up_to(*zip.open("xl/worksheets/sheet1.xml"), 100'000);
    CHECK(xml.find(R"(sqref="A2:A1048576"><formula1>'_'!$A$1:$A$300</formula1>)") != std::string::npos);
    CHECK(xml.find(R"(sqref="B2:B1048576"><formula1>"mål,delmål"</formula1>)") != std::string::npos);
    CHECK(xml.find(R"(state="frozen")") != std::string::npos);
}

TEST_CASE("the same content and moment give the same bytes") {
    Spreadsheet sheets;
    sheets.sheet("Blad", {{"Text"}});
    sheets.row({"a"});
    CHECK(sheets.bytes(now) == sheets.bytes(now));
    CHECK(sheets.bytes(now) != sheets.bytes(now + std::chrono::hours{24}));
}

TEST_CASE("what Excel has no words for is an error, not a damaged file") {
    Spreadsheet numbers;
    numbers.sheet("Blad", {{"Tal"}});
    numbers.row({SheetNumber{std::numeric_limits<double>::quiet_NaN(), 0}});
    CHECK_THROWS_AS(numbers.bytes(now), base::Error);
    Spreadsheet texts;
    texts.sheet("Blad", {{"Text"}});
    texts.row({"\xC5sa"});
    CHECK_THROWS_AS(texts.bytes(now), base::Error);
}
