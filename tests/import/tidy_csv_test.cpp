#include "import/collected.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::import;

TEST_CASE("A tidy file in Swedish becomes figures with their counts and status") {
    auto const [report, found] = read_text("mått;enhet;grupp;period;värde;täljare;nämnare;status\n"
                                           "M1;E1;kvinnor;2024;79,6;78;98;slutlig\n"
                                           "M1;E1;män;2024-03;81,0;;;preliminär\n"
                                           "M1;E2;;2024Q2;;;;saknas\n"
                                           "M1;E2;flickor;2024;;;;sekretess\n"
                                           "M1;E2;totalt;2024;;;;ej tillämplig\n");
    CHECK(report.format == "tidy CSV, UTF-8, semicolon");
    CHECK(report.rows == 5);
    CHECK(report.left_out == 0);
    CHECK(found.complaints.empty());
    REQUIRE(found.observations.size() == 5);
    CHECK(found.observations[0].group == "K");
    CHECK(found.observations[0].row == 2);
    CHECK(found.observations[0].outcome == domain::Outcome{domain::Measured{79.6, domain::Counts{78, 98}, false}});
    CHECK(found.observations[1].group == "M");
    CHECK(found.observations[1].period == "2024-03");
    CHECK(found.observations[1].outcome == domain::Outcome{domain::Measured{81.0, {}, true}});
    CHECK(found.observations[2].group == "T");
    CHECK(found.observations[2].period == "2024Q2");
    CHECK(found.observations[2].outcome == domain::Outcome{domain::Missing{}});
    CHECK(found.observations[3].outcome == domain::Outcome{domain::Confidential{}});
    CHECK(found.observations[4].outcome == domain::Outcome{domain::NotApplicable{}});
}

TEST_CASE("The English headings, in any order and case, say the same") {
    auto const [report, found] = read_text("Period,Value,UNIT,Measure\n2024,1.5,E1,M1\n");
    CHECK(report.format == "tidy CSV, UTF-8, comma");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].measure == "M1");
    CHECK(found.observations[0].unit == "E1");
    CHECK(found.observations[0].group == "T");
    CHECK(value_of(found.observations[0]) == 1.5);
}

TEST_CASE("A code that was guarded for a spreadsheet is read as it was before") {
    auto const [report, found] = read_text("measure,unit,group,period,value\n'=M1,'-E1,'@G,2024,-1.5\n");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].measure == "=M1");
    CHECK(found.observations[0].unit == "-E1");
    CHECK(found.observations[0].group == "@G");
    CHECK(value_of(found.observations[0]) == -1.5);
}

TEST_CASE("A status that says why there is no value wins over the value beside it") {
    auto const [report, found] = read_text("measure;unit;period;value;status\nM;E;2024;3;confidential\n");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].outcome == domain::Outcome{domain::Confidential{}});
}

TEST_CASE("Counts without a value are handed over as such, for the measure's multiplier is not known here") {
    auto const [report, found] = read_text("measure;unit;period;value;numerator;denominator\nM;E;2024;;78;98\n");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].is_value_from_counts);
    CHECK(found.observations[0].outcome ==
          domain::Outcome{domain::Measured{78.0 / 98.0, domain::Counts{78, 98}, false}});
}

TEST_CASE("A denominator of 0 gives no value, and is noted") {
    auto const [report, found] = read_text("measure;unit;period;value;numerator;denominator\nM;E;2024;0;0;0\n");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].outcome == domain::Outcome{domain::Missing{}});
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].outcome == domain::Complaint::Outcome::noted);
    CHECK(found.complaints[0].column == "denominator");
    CHECK(report.left_out == 0);
}

TEST_CASE("A row that cannot be understood becomes a complaint with place, text and remedy, and the rest is read") {
    auto const [report, found] = read_text("mått;enhet;period;utfall\n"
                                           "M1;E1;2024;748*\n"
                                           "M1;E1;2024;>30 000\n"
                                           "M1;E1;2024;Ca 110 000\n"
                                           "M1;E1;2024;3,2% (preliminär siffra)\n"
                                           "M1;E1;2024;74 (2024)\n"
                                           "M1;;2024;1\n"
                                           "M1;E1;2023/24;1\n"
                                           "M1;E1;snart;1\n"
                                           "M1;E1;2024\n"
                                           "M1;E1;2024;1;2\n"
                                           "M1;E1;2024;1e999\n"
                                           "M1;E1;2024;5\n");
    CHECK(report.rows == 12);
    CHECK(report.left_out == 11);
    REQUIRE(found.complaints.size() == 11);
    CHECK(found.complaints[0] ==
          domain::Complaint{"file.csv", 2, "utfall", "748*", "This is not a number.",
                            "Write the number alone; say the rest in the status column or as an explanation.",
                            domain::Complaint::Outcome::left_out});
    for (std::size_t at = 0; at < 5; ++at) CHECK(found.complaints[at].problem == "This is not a number.");
    CHECK(found.complaints[5].problem == "The cell is empty, but the row cannot be understood without it.");
    CHECK(found.complaints[5].column == "enhet");
    CHECK(found.complaints[6].problem == "A school year or a split year is not one period.");
    CHECK(found.complaints[6].text == "2023/24");
    CHECK(found.complaints[7].problem == "This is not a period.");
    CHECK(found.complaints[8].problem == "The row has fewer cells than the headings.");
    CHECK(found.complaints[8].text == "M1;E1;2024");
    CHECK(found.complaints[9].problem == "The row has more cells than the headings.");
    CHECK(found.complaints[10].problem == "The number is too large to be kept.");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].row == 13);
}

TEST_CASE("Half a count, a negative count and an unknown status are complained about") {
    auto const [report, found] = read_text("measure;unit;period;value;numerator;denominator;status\n"
                                           "M;E;2024;50;1;;\n"
                                           "M;E;2024;50;-1;2;\n"
                                           "M;E;2024;50;1;2;kanske\n");
    CHECK(found.observations.empty());
    REQUIRE(found.complaints.size() == 3);
    CHECK(found.complaints[0].problem == "Only one of numerator and denominator is given.");
    CHECK(found.complaints[1].problem == "A numerator or denominator is negative.");
    CHECK(found.complaints[1].text == "-1");
    CHECK(found.complaints[2].problem == "This is not a status.");
}

TEST_CASE("A file with headings only holds no rows, and is no error") {
    auto const [report, found] = read_text("measure;unit;period;value\n");
    CHECK(report.rows == 0);
    CHECK(found.complaints.empty());
}

TEST_CASE("Extra separators at the end of a row are forgiven") {
    auto const [report, found] = read_text("measure;unit;period;value\nM;E;2024;1;;;\n");
    CHECK(found.observations.size() == 1);
}

TEST_CASE("A text in a complaint is cut at 200 characters") {
    std::string long_text;
    for (int i = 0; i < 300; ++i) long_text += "å";
    auto const [report, found] = read_text("measure;unit;period;value\nM;E;2024;" + long_text + "\n");
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].text.size() == 400);
}

TEST_CASE("An empty file is an error") {
    CHECK(error_of("") == "file.csv: the file is empty.");
    CHECK(error_of("\n\r\n \n") != "");
}

TEST_CASE("Headings that say nothing need a mapping, and the message shows one") {
    CHECK(error_of("a;b;c;d\n1;2;3;4\n") ==
          "file.csv: the headings are not those of any table known here: \"a\", \"b\", \"c\", \"d\".\n"
          "Write a mapping, a file such as mapping.toml, and name it with --mapping. For example:\n"
          "[columns]\nmeasure = \"a\"\nunit = \"b\"\nperiod = \"c\"\nvalue = \"d\"");
}

TEST_CASE("A table of figures with a column that is not known is refused, for figures may differ by it") {
    auto const error = error_of("Period,Enhet,Mått,Kolumn,Mätvärde\n2026-05,24,X,K14,1\n");
    CHECK(error.starts_with(
        "file.csv: the column \"Kolumn\" is not known. If figures differ by it, they would be mixed up"));
}

TEST_CASE("Two columns that are the same field are refused") {
    CHECK(
        error_of("measure;unit;period;value;utfall\nM;E;2024;1;2\n") ==
        "file.csv: the columns \"value\" and \"utfall\" are both value. Remove one, or say in a mapping which it is.");
}
