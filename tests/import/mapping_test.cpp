#include "import/fixture.hpp"

#include <fstream>
#include <iterator>

using namespace rodtrad;
using namespace rodtrad::import;

TEST_CASE("A mapping reads a file whose groups are codes in a column") {
    auto const [report, found] = read_fixture(fixture("attendance.csv"), fixture("attendance.toml"));
    CHECK(report.rows == 4);
    CHECK(found.complaints.empty());
    REQUIRE(found.observations.size() == 4);
    CHECK(found.observations[0].group == "T");
    CHECK(found.observations[1].group == "K");
    CHECK(found.observations[2].group == "M");
    CHECK(found.observations[2].period == "2026-01");
    CHECK(value_of(found.observations[2]) == 5.9);
    CHECK(found.observations[3].outcome == domain::Outcome{domain::Missing{}});
}

TEST_CASE("Rows that the mapping does not want are passed over and counted; a wrong decimal sign is complained about") {
    auto const [report, found] = read_fixture(fixture("budget.csv"), fixture("budget.toml"));
    CHECK(report.rows == 4);
    CHECK(report.passed_over == 2);
    CHECK(report.left_out == 1);
    REQUIRE(found.observations.size() == 1);
    CHECK(value_of(found.observations[0]) == -498.25);
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].row == 4);
    CHECK(found.complaints[0].column == "Mätvärde");
    CHECK(found.complaints[0].text == "-310,5");
}

TEST_CASE("A file without headings is read by the numbers of its columns") {
    auto const [report, found] = read_fixture(fixture("by_name.txt"), fixture("by_name.toml"));
    CHECK(report.format == "tidy CSV, CP1252, tab");
    CHECK(report.rows == 3);
    CHECK(found.complaints.empty());
    REQUIRE(found.observations.size() == 3);
    CHECK(found.observations[0].unit == "Förskolan Björken");
    CHECK(found.observations[0].period == "2026T1");
    CHECK(value_of(found.observations[0]) == 1069.0);
    CHECK(found.observations[0].row == 1);
    CHECK(found.observations[1].unit == "Förskolan Björken");
    CHECK(found.observations[1].measure == "Sjukfrånvaro, andel (%)");
    CHECK(found.observations[1].period == "2026T2");
    CHECK(found.observations[2].outcome == domain::Outcome{domain::Missing{}});
}

TEST_CASE("A mapping can state what is the same on every row, and what words mean there is no value") {
    auto const [report, found] = read_text("Skola;Antal\nS1;12\nS2;**\nS3;ej svar\nS4;x\n", R"(
[columns]
unit = "Skola"
value = "Antal"
[constants]
measure = "M1"
period = "2025"
group = "flickor"
[values]
"**" = "confidential"
"ej svar" = "saknas"
x = "ej tillämplig"
)");
    CHECK(found.complaints.empty());
    REQUIRE(found.observations.size() == 4);
    CHECK(found.observations[0].measure == "M1");
    CHECK(found.observations[0].period == "2025");
    CHECK(found.observations[0].group == "K");
    CHECK(found.observations[1].outcome == domain::Outcome{domain::Confidential{}});
    CHECK(found.observations[2].outcome == domain::Outcome{domain::Missing{}});
    CHECK(found.observations[3].outcome == domain::Outcome{domain::NotApplicable{}});
}

TEST_CASE("What the mapping does not name is found by its heading, and other columns are not read") {
    auto const [report, found] =
        read_text("measure;unit;period;value;comment\nM;E;2024;1;fine\n", "[constants]\ngroup = \"K\"");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].group == "K");
}

TEST_CASE("A mapping that does not fit the file says how") {
    CHECK(error_of("a;b\n1;2\n", "[columns]\nunit = \"c\"")
              .starts_with("file.csv: the mapping speaks of the column \"c\", but the headings are \"a\", \"b\"."));
    CHECK(error_of("1;2\n", "has_header = false\n[columns]\nunit = 3") ==
          "file.csv: the mapping speaks of column 3, but there are 2.");
    CHECK(error_of("a;b\n1;2\n", "kind = \"units\"").starts_with("file.csv: a table of units must have code."));
    CHECK(error_of("[]", "decimal = \",\"") ==
          "file.csv: this is JSON, and a mapping is for CSV. Read it without one.");
}

TEST_CASE("A mapping that is wrong in itself says where") {
    auto const error = [](std::string_view toml) { return error_of("a;b\n1;2\n", toml); };
    CHECK(error("decimal = \"x\"") == "mapping.toml: line 1: decimal can be \",\" or \".\".");
    CHECK(error("\nwhat = 1")
              .starts_with("mapping.toml: line 2: \"what\" is unknown. A mapping can hold kind, sheet, charset,"));
    CHECK(error("[columns]\nunti = \"a\"") == "mapping.toml: line 2: there is no field \"unti\".");
    CHECK(error("[columns]\nunit = 0") == "mapping.toml: line 2: columns are numbered from 1.");
    CHECK(error("[values]\nx = \"kanske\"") ==
          "mapping.toml: line 2: x can be missing, not_applicable or confidential.");
    CHECK(error("[period]\npattern = \"MM\"") ==
          "mapping.toml: line 2: The period pattern \"MM\" does not say where the year stands: write YYYY.");
    CHECK(error("separator = \"ab\"") ==
          "mapping.toml: line 1: separator must be one character, such as \";\" or \"\\t\".");
    CHECK(error("has_header = false\n[columns]\nunit = \"a\"") ==
          "mapping.toml: line 3: a file without headings has columns by number alone.");
    CHECK(error("columns = 3") == "mapping.toml: line 1: columns must be a section: [columns].");
    CHECK(error("kind = \"x\"") ==
          "mapping.toml: line 1: kind can be observations, targets, units, measures, groups or peer_groups.");
    CHECK(error("charset = \"ebcdic\"") == "mapping.toml: line 1: charset can be utf-8 or cp1252.");
    CHECK(error("a = = b").starts_with("mapping.toml: line 1: this is not TOML:"));
}

TEST_CASE("The files of follow-up systems are read with a mapping") {
    auto const economy = shared_file("data/importfiles/qlik_ekonomi_synthetic.csv");
    auto const sick_leave = shared_file("data/importfiles/qlik_sjukfranvaro_synthetic.csv");
    auto const stratsys = shared_file("data/importfiles/stratsys_manual_synthetic.txt");
    if (!economy || !sick_leave || !stratsys) return;

    auto const outcome = read_fixture(*economy, fixture("budget.toml"));
    CHECK(outcome.report.rows == 10);
    CHECK(outcome.report.passed_over == 5);
    CHECK(outcome.found.observations.size() == 4);
    REQUIRE(outcome.found.complaints.size() == 1); // "-295,5" in a file of decimal points
    CHECK(outcome.found.complaints[0].text == "-295,5");

    auto const groups = read_fixture(*sick_leave, fixture("attendance.toml"));
    CHECK(groups.report.rows == 12);
    CHECK(groups.found.complaints.empty());
    CHECK(groups.found.observations[1].group == "K");

    auto const named = read_fixture(*stratsys, fixture("by_name.toml"));
    REQUIRE(named.found.observations.size() == 3);
    CHECK(named.found.observations[0].unit == named.found.observations[1].unit);
    CHECK(named.found.observations[0].unit == "Barn- och ungdomsförvaltningen");
    CHECK(value_of(named.found.observations[1]) == 2069.0);
}

TEST_CASE("The mapping that the guide shows is a mapping, in both languages") {
    for (auto const* page : {"docs/guide/import.md", "docs/guide/import.sv.md"}) {
        std::ifstream file{page};
        std::string const guide{std::istreambuf_iterator<char>{file}, {}};
        auto const start = guide.find("```toml\n");
        REQUIRE(start != std::string::npos);
        auto const end = guide.find("```", start + 8);
        auto const mapping = to_mapping(guide.substr(start + 8, end - start - 8), page);
        CHECK(mapping.columns.size() == 5);
        CHECK(mapping.values.at("**") == NoValue::confidential);
        CHECK(mapping.values.at("deltog ej") == NoValue::missing);
        CHECK(mapping.keep.size() == 1);
        CHECK(mapping.periodicity == domain::Periodicity::tertial);
    }
}
