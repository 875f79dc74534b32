#include "base/error.hpp"
#include "import/fixture.hpp"
#include "import/spreadsheet.hpp"
#include "import/workbook_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

std::vector<SheetRow> rows_in(Workbook const& book, std::size_t sheet = 0) {
    std::vector<SheetRow> rows;
    auto reader = book.read(book.sheets().at(sheet));
    for (SheetRow row; reader.next(row);) rows.push_back(row);
    return rows;
}

std::string error_of_workbook(std::string const& bytes) {
    try {
        Workbook const book{bytes, "book.xlsx"};
        for (std::size_t sheet = 0; sheet < book.sheets().size(); ++sheet) rows_in(book, sheet);
    } catch (base::Error const& error) {
        return error.what();
    }
    return {};
}

std::string text_of(double number, std::string_view format, DayCount count = DayCount::from_1900) {
    return to_text(number, to_number_format(format), count);
}

} // namespace

TEST_CASE("every kind of cell is read as Excel shows it") {
    auto const bytes = workbook(
        {{"Blad1",
          R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2"><v>79.599999999999994</v></c></row>)"
          R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Årsta &amp; Öst</t></is></c><c r="B3" t="b"><v>1</v></c>)"
          R"(<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3" t="str"><f>A1</f><v>följd</v></c>)"
          R"(<c r="E3" s="1"><v>45368</v></c><c r="F3"><f>A1+B1</f></c><c r="G3" s="1"/></row>)"
          R"(<row r="4"/><row r="5"><c r="A5" s="1"/></row>)"}},
        {"<t>En text</t>",
         R"(<r><rPr><b/></rPr><t>Fet</t></r><r><t xml:space="preserve"> och mager</t></r><rPh sb="0" eb="1"><t>x</t></rPh>)"},
        {"yyyy\\-mm\\-dd"});
    Workbook const book{bytes, "book.xlsx"};
    REQUIRE(book.sheets().size() == 1);
    CHECK(book.sheets()[0].name == "Blad1");
    auto const rows = rows_in(book);
    REQUIRE(rows.size() == 2); // those that hold something
    CHECK(rows[0].number == 2);
    REQUIRE(rows[0].cells.size() == 4);
    CHECK(rows[0].cells[0].text == "En text");
    CHECK(rows[0].cells[1].text == "Fet och mager");
    CHECK(rows[0].cells[2].kind == CellKind::empty);
    CHECK(rows[0].cells[3].text == "79.6");
    CHECK(rows[0].cells[3].kind == CellKind::number);
    REQUIRE(rows[1].cells.size() == 6);
    CHECK(rows[1].cells[0].text == "Årsta & Öst");
    CHECK(rows[1].cells[1].text == "true");
    CHECK(rows[1].cells[1].kind == CellKind::truth);
    CHECK(rows[1].cells[2].text == "#DIV/0!");
    CHECK(rows[1].cells[2].kind == CellKind::error);
    CHECK(rows[1].cells[3].text == "följd");
    CHECK(rows[1].cells[4].text == "2024-03-17");
    CHECK(rows[1].cells[4].kind == CellKind::date);
    CHECK(rows[1].cells[5].text == "=A1+B1");
    CHECK(rows[1].cells[5].kind == CellKind::uncomputed_formula);
}

TEST_CASE("a number means what its format shows") {
    CHECK(text_of(45368, "yyyy-mm-dd") == "2024-03-17");
    CHECK(text_of(45368, "[$-41D]d mmmm yyyy;@") == "2024-03-17");
    CHECK(text_of(45368, "yyyy") == "2024");
    CHECK(text_of(45368, "mmm\\ yy") == "2024-03");
    CHECK(text_of(45368.354166666664, "yyyy-mm-dd hh:mm") == "2024-03-17T08:30:00");
    CHECK(text_of(45368.999999999, "yyyy-mm-dd hh:mm") == "2024-03-18");
    CHECK(text_of(0.354166666666667, "hh:mm") == "08:30:00");
    CHECK(text_of(45368, "yyyy-mm-dd", DayCount::from_1904) == "2028-03-18");
    CHECK(text_of(1, "yyyy-mm-dd") == "1900-01-01");
    CHECK(text_of(59, "yyyy-mm-dd") == "1900-02-28");
    CHECK(text_of(60, "yyyy-mm-dd") == "60"); // the day that never was
    CHECK(text_of(61, "yyyy-mm-dd") == "1900-03-01");
    CHECK(text_of(2958465, "yyyy-mm-dd") == "9999-12-31");
    CHECK(text_of(2958466, "yyyy-mm-dd") == "2958466");
    CHECK(text_of(-1, "yyyy-mm-dd") == "-1");
    CHECK(text_of(1.5, "[h]:mm") == "1.5"); // a duration
    CHECK(text_of(0.568, "0.0%") == "56.8");
    CHECK(text_of(0.07, "0%") == "7");
    CHECK(text_of(1e-7, "0%") == "1e-05");
    CHECK(text_of(180, "0000") == "0180");
    CHECK(text_of(18000, "0000") == "18000");
    CHECK(text_of(1.5, "0000") == "1.5");
    CHECK(text_of(12.5, "#,##0.00\" kr per dag\"") == "12.5"); // the letters are only printed
    CHECK(text_of(12.5, "0.00_d;[Red]-0.00") == "12.5");
    CHECK(text_of(12.5, "General") == "12.5");
    CHECK(text_of(12.5, "\"") == "12.5");
    CHECK(text_of(12.5, "[") == "12.5");
    CHECK(text_of(12.5, "\\") == "12.5");
    CHECK(to_text(45368, built_in_number_format(14), DayCount::from_1900) == "2024-03-17");
}

TEST_CASE("prefixes, comments, CDATA and cells that do not say where they stand are read as well") {
    auto parts = workbook_parts({{"Blad1", ""}});
    for (auto& [name, content] : parts)
        if (name.ends_with("sheet1.xml"))
            content =
                R"(<x:worksheet xmlns:x="m"><!-- <x:row> > --><x:sheetData a="1>2"><x:row><x:c><x:v>1</x:v></x:c>)"
                R"(<x:c t="inlineStr"><x:is><x:t><![CDATA[</x:row>]]></x:t></x:is></x:c></x:row>)"
                "<x:row ><x:c t='str'><x:v>a_x000D_b_x005F_x000D_</x:v></x:c></x:row ></x:sheetData></x:worksheet>";
    auto const rows = rows_in(Workbook{zipped(parts), "book.xlsx"});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].number == 1);
    CHECK(rows[0].cells.at(0).text == "1");
    CHECK(rows[0].cells.at(1).text == "</x:row>");
    CHECK(rows[1].number == 2);
    CHECK(rows[1].cells.at(0).text == "a\rb_x000D_");
}

TEST_CASE("a sheet larger than what is read at a time comes out whole") {
    std::string csv;
    for (auto i = 1; i <= 20'000; ++i) csv += "rad " + std::to_string(i) + ";" + std::to_string(i) + "\n";
    auto const rows = rows_in(Workbook{workbook({{"Stor", rows_of(csv)}}), "book.xlsx"});
    REQUIRE(rows.size() == 20'000);
    CHECK(rows[19'999].cells.at(0).text == "rad 20000");
    CHECK(rows[19'999].number == 20'000);
}

TEST_CASE("a damaged workbook is refused with sheet and row, wherever the damage is") {
    auto const of_row = [](std::string const& row) { return error_of_workbook(workbook({{"Blad1", row}})); };
    CHECK(of_row(R"(<row r="7"><c t="s"><v>5</v></c></row>)") ==
          "book.xlsx/Blad1: row 7: the text 5 is not in the file. The file is damaged; save it again.");
    CHECK(of_row(R"(<row r="7"><c><v>seven</v></c></row>)") ==
          "book.xlsx/Blad1: row 7: \"seven\" stands where a number should. The file is damaged; save it again.");
    CHECK(of_row(R"(<row r="3"><c><v>1</v></c></row><row r="3"/>)") ==
          "book.xlsx/Blad1: row 4: the rows are not in order. The file is damaged; save it again.");
    CHECK(of_row(R"(<row r="1048577"/>)").find("not in order") != std::string::npos);
    CHECK(of_row(R"(<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)") ==
          "book.xlsx/Blad1: row 1: the cell A1 stands where none can. The file is damaged; save it again.");
    CHECK(
        of_row(R"(<row><c r="ZZZ1"><v>1</v></c></row>)") ==
        "book.xlsx/Blad1: row 1 has cells beyond column 2048, the last that can be read. Move them, or take them out.");
    CHECK(of_row("<row><c></row>") == "book.xlsx/Blad1: row 1: the file is damaged. Save it again.");
    CHECK(of_row("<row><c t=\"str\"><v>\xC5</v></c></row>") ==
          "book.xlsx/Blad1: row 1: the file is damaged. Save it again.");
    CHECK(of_row("<row><c>") == "book.xlsx/Blad1: the file is damaged or cut off. Save it again.");

    for (auto const* part : {"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
        auto parts = workbook_parts({{"Blad1", rows_of("a;1\n")}});
        std::erase_if(parts, [&](auto const& known) { return known.first == part; });
        CHECK(error_of_workbook(zipped(parts)) ==
              std::string{"book.xlsx: the part "} + part + " is not in the file. Save it again.");
        parts.emplace_back(part, "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>");
        CHECK_FALSE(error_of_workbook(zipped(parts)).empty());
    }
    auto const whole = workbook({{"Blad1", rows_of("a;1\nb;2\n")}}, {"<t>a</t>"});
    CHECK(error_of_workbook(whole).empty());
    for (std::size_t size = 0; size < whole.size(); size += 7)
        CHECK_FALSE(error_of_workbook(whole.substr(0, size)).empty());
}

TEST_CASE("a byte changed on the way is noticed where it matters, and never stops the program") {
    auto const whole = zipped(workbook_parts({{"Blad1", rows_of("measure;unit\nM1;E1\nM2;E2\n")}}), Pressed::no);
    auto const place = whole.find("M2");
    REQUIRE(place != std::string::npos);
    auto changed = whole;
    changed[place + 1] = '3';
    CHECK(error_of_workbook(changed) == "book.xlsx: the file is damaged or cut off. Save it again.");
    for (std::size_t at = 0; at < whole.size(); at += 11) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        error_of_workbook(damaged); // an answer or a message
    }
}

TEST_CASE("a small file that unpacks to a large one is stopped") {
    auto parts = workbook_parts({{"Blad1", rows_of("a;1\n")}});
    for (auto& [name, content] : parts)
        if (name == "xl/styles.xml")
            content = "<styleSheet>" + std::string(std::size_t{20} << 20U, ' ') + "</styleSheet>";
    CHECK(error_of_workbook(zipped(parts)) ==
          "book.xlsx: xl/styles.xml is larger than 16 MiB. Save the sheets as \"CSV UTF-8\".");
    auto const endless_row = "<row><c t=\"str\"><v>" + std::string(std::size_t{20} << 20U, 'x') + "</v></c></row>";
    CHECK(error_of_workbook(workbook({{"Blad1", endless_row}})) ==
          "book.xlsx/Blad1: a row or a text is larger than 16 MiB. Save the sheet as \"CSV UTF-8\".");
    Parts many;
    for (auto i = 0; i <= 10'000; ++i) many.emplace_back("part" + std::to_string(i), "");
    CHECK(error_of_workbook(zipped(many)) == "book.xlsx: the archive holds more than 10000 files.");
}

TEST_CASE("what is no workbook says what it is") {
    CHECK(error_of_workbook(
              zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}})) ==
          "book.xlsx: this is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as \"CSV UTF-8\".");
    CHECK(error_of_workbook(zipped({{"figures.csv", "a;b\n"}})) ==
          "book.xlsx: this is a zip archive. Unpack it, and name the files in it.");
    CHECK(error_of_workbook(zipped(workbook_parts({}))) == "book.xlsx: the workbook has no sheet with cells.");
}

TEST_CASE("workbooks from Statistics Sweden are read to the end") {
    for (auto const* name : {"data/reference/scb_population_2025.xlsx", "data/reference/scb_population_2020-24.xlsx",
                             "data/reference/scb_kommunlankod-2026.xlsx"}) {
        auto const path = shared_file(name);
        if (!path) return;
        std::ifstream file{*path, std::ios::binary};
        std::stringstream bytes;
        bytes << file.rdbuf();
        Workbook const book{bytes.str(), name};
        auto rows = rows_in(book);
        CHECK(rows.size() > 290);
        auto const has_ale = [](SheetRow const& row) {
            return std::ranges::any_of(row.cells, [](SheetCell const& cell) { return cell.text.starts_with("1440"); });
        };
        CHECK(std::ranges::any_of(rows, has_ale));
    }
}
