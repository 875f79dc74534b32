#include "base/error.hpp"
#include "import/collected.hpp"
#include "import/problems.hpp"
#include "import/workbook_file.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

ReadText read_book(std::string const& bytes, std::string_view mapping = {}) {
    ReadText read;
    std::optional<Mapping> stated;
    if (!mapping.empty()) stated = to_mapping(mapping, "mapping.toml");
    read.report = read_bytes(open_text(bytes), "book.xlsx", stated, read.found);
    return read;
}

std::string error_of_book(std::string const& bytes, std::string_view mapping = {}) {
    try {
        read_book(bytes, mapping);
    } catch (base::Error const& error) {
        return error.what();
    }
    return {};
}

constexpr std::string_view figures = "mått;enhet;år;värde;kommentar\n"
                                     "M1;E1;2023;79.6;\n"
                                     "M1;E2;2024-03;;\n"
                                     "\n"
                                     "M2;E1;2024;..;\n"
                                     "M2;;2024;4;\n"
                                     "M2;E3;2024;fyra\n";

} // namespace

TEST_CASE("a sheet is read as the same table in CSV is, complaints included") {
    auto const mapping = "[columns]\nmeasure = \"mått\"\n";
    auto const csv = read_text(figures, mapping);
    auto const book = read_book(workbook({{"Utfall", rows_of(figures)}}), mapping);
    CHECK(book.report.format == "Excel: Utfall (observations)");
    CHECK(book.report.rows == csv.report.rows);
    REQUIRE(book.found.observations.size() == csv.found.observations.size());
    for (std::size_t at = 0; at < csv.found.observations.size(); ++at) {
        auto const& a = book.found.observations[at];
        auto const& b = csv.found.observations[at];
        CHECK(std::tie(a.measure, a.unit, a.group, a.period, a.outcome, a.row) ==
              std::tie(b.measure, b.unit, b.group, b.period, b.outcome, b.row));
    }
    // A row of CSV that ends too early may have lost something; a row of a sheet only ends with empty cells.
    REQUIRE(book.found.complaints.size() == 2);
    CHECK(book.found.complaints[0] == domain::Complaint{"book.xlsx/Utfall", 6, "enhet", "",
                                                        std::string{problems::empty_cell.problem},
                                                        std::string{problems::empty_cell.remedy}});
    CHECK(book.found.complaints[1].row == 7);
    CHECK(book.found.complaints[1].column == "värde");
    CHECK(book.found.complaints[1].text == "fyra");
}

TEST_CASE("every sheet that is a table is read, definitions first, and what was passed over is said") {
    auto const book = read_book(workbook({{"Läs mig", rows_of("Fyll i bladen\n")},
                                          {"Utfall", rows_of("mått;enhet;år;värde\nM1;E1;2023;1\n")},
                                          {"Enheter", rows_of("kod;namn;överordnad\nE1;Ett;\n")},
                                          {"Mått", rows_of("kod;titel\nM1;Ett mått\n")},
                                          {"Mål", rows_of("mått;enhet;år;målvärde\nM1;E1;2024;90\n")},
                                          {"Listor", rows_of("kod;namn;överordnad\nX;X;\n"), "veryHidden"},
                                          {"Blad3", ""}}));
    CHECK(book.report.format == "Excel: Enheter (units), Mått (measures), Mål (targets), Utfall (observations)");
    CHECK(book.report.rows == 4);
    CHECK(book.found.units.size() == 1);
    CHECK(book.found.measures.size() == 1);
    CHECK(book.found.targets.size() == 1);
    CHECK(book.found.observations.size() == 1);
    REQUIRE(book.found.complaints.size() == 2);
    CHECK(book.found.complaints[0].file == "book.xlsx/Listor");
    CHECK(book.found.complaints[0].problem == problems::hidden_sheet.problem);
    CHECK(book.found.complaints[1].file == "book.xlsx/Läs mig");
    CHECK(book.found.complaints[1].problem == problems::unknown_sheet.problem);
    CHECK(book.found.complaints[1].row == 0);
    CHECK(book.found.complaints[1].outcome == domain::Complaint::Outcome::noted);
}

TEST_CASE("a mapping is for one sheet: the one it names, or the first") {
    auto const bytes =
        workbook({{"Ett", rows_of("a;b;c;d\nM1;E1;2023;1,5\n")}, {"Två", rows_of("a;b;c;d\nM2;E1;2023;2\n")}});
    std::string const columns = "[columns]\nmeasure = \"a\"\nunit = \"b\"\nperiod = \"c\"\nvalue = \"d\"\n";
    auto const first = read_book(bytes, "decimal = \",\"\n" + columns);
    REQUIRE(first.found.observations.size() == 1);
    CHECK(first.found.observations[0].measure == "M1");
    CHECK(value_of(first.found.observations[0]) == 1.5);
    REQUIRE(first.found.complaints.size() == 1);
    CHECK(first.found.complaints[0].file == "book.xlsx/Två");
    CHECK(first.found.complaints[0].problem == problems::other_sheet.problem);
    auto const second = read_book(bytes, "sheet = \"Två\"\n" + columns);
    REQUIRE(second.found.observations.size() == 1);
    CHECK(second.found.observations[0].measure == "M2");
    CHECK(error_of_book(bytes, "sheet = \"Tre\"\n" + columns) ==
          R"(book.xlsx: the mapping speaks of the sheet "Tre", but the sheets are "Ett", "Två".)");
    CHECK(error_of("a;b\n", "sheet = \"Tre\"\n") ==
          "file.csv: the mapping speaks of a sheet, but this is no Excel workbook.");
}

TEST_CASE("a stated decimal comma is that of texts: numbers of the workbook are numbers already") {
    auto const bytes =
        workbook({{"Ett", rows_of("measure;unit;period;value\nM1;E1;2023;1.234\nM1;E2;2023;1.234,5\n")}});
    auto const book = read_book(bytes, "decimal = \",\"\n");
    REQUIRE(book.found.observations.size() == 2);
    CHECK(value_of(book.found.observations[0]) == 1.234);
    CHECK(value_of(book.found.observations[1]) == 1234.5);
}

TEST_CASE("dates, codes with zeros before them and percentages mean what Excel shows") {
    auto const book = read_book(workbook(
        {{"Ett",
          rows_of("measure;unit;period;value\n") +
              R"(<row r="2"><c t="inlineStr"><is><t>M1</t></is></c><c s="1"><v>180</v></c><c s="2"><v>45292</v></c>)"
              R"(<c s="3"><v>0.568</v></c></row>)"}},
        {}, {"0000", "yyyy", "0.0 %"}));
    REQUIRE(book.found.observations.size() == 1);
    CHECK(book.found.observations[0].unit == "0180");
    CHECK(book.found.observations[0].period == "2024");
    CHECK(value_of(book.found.observations[0]) == 56.8);
}

TEST_CASE("an error of Excel's and a formula that nothing has computed are complaints") {
    auto const book = read_book(workbook(
        {{"Ett",
          rows_of("measure;unit;period;value\n") +
              R"(<row r="2"><c t="str"><v>M1</v></c><c t="e"><v>#N/A</v></c><c><v>2024</v></c><c><v>1</v></c></row>)"
              R"(<row r="3"><c t="str"><v>M1</v></c><c t="str"><v>E1</v></c><c><v>2024</v></c><c><f>SUM(A1)</f></c></row>)"
              R"(<row r="4"><c t="str"><v>M1</v></c><c t="str"><v>E1</v></c><c><v>2024</v></c><c><f>1+1</f><v>2</v></c></row>)"}}));
    CHECK(book.report.rows == 3);
    CHECK(book.report.left_out == 2);
    CHECK(book.found.observations.size() == 1);
    REQUIRE(book.found.complaints.size() == 2);
    CHECK(book.found.complaints[0].column == "unit");
    CHECK(book.found.complaints[0].text == "#N/A");
    CHECK(book.found.complaints[0].problem == problems::error_value.problem);
    CHECK(book.found.complaints[1].row == 3);
    CHECK(book.found.complaints[1].column == "value");
    CHECK(book.found.complaints[1].text == "=SUM(A1)");
    CHECK(book.found.complaints[1].problem == problems::uncomputed_formula.problem);
}

TEST_CASE("a sheet without headings is read by the numbers of its columns") {
    auto const book =
        read_book(workbook({{"Ett", rows_of("E1;;M1\nE2;7;M1\n")}}),
                  "has_header = false\n[columns]\nunit = 1\nvalue = 2\nmeasure = 3\n[constants]\nperiod = \"2024\"\n");
    REQUIRE(book.found.observations.size() == 2);
    CHECK(std::holds_alternative<domain::Missing>(book.found.observations[0].outcome));
    CHECK(value_of(book.found.observations[1]) == 7);
}

TEST_CASE("a workbook without a table says which sheets it has") {
    CHECK(
        error_of_book(workbook({{"Ett", rows_of("a;b\n")}, {"Två", rows_of("c;d\n")}})) ==
        R"(book.xlsx: no sheet has the headings of a table known here. The sheets are "Ett", "Två". Use the headings of )"
        "the guide in the first row, or write a mapping.");
    CHECK(error_of_book(workbook({{"Ett", rows_of("a;b\n")}}))
              .starts_with(R"(book.xlsx/Ett: the headings are not those of any table known here: "a", "b".)"));
    CHECK(error_of_book(workbook({{"Ett", rows_of("mått;enhet;år;värde;ny kolumn\n")}}))
              .starts_with(R"(book.xlsx/Ett: the column "ny kolumn" is not known.)"));
}
