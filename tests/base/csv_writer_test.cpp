#include "base/csv_writer.hpp"

#include <doctest/doctest.h>

#include <sstream>

TEST_CASE("a cell is quoted where it must be, and only there") {
    std::ostringstream out;
    rodtrad::base::CsvWriter csv{out};
    csv.row({"plain", "", "a,b", "say \"hi\"", "two\nlines", "cr\r", "semi;colon", "åäö"});
    csv.row(std::vector<std::string>{"alone"});
    CHECK(out.str() == "plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"cr\r\",semi;colon,åäö\nalone\n");
}

TEST_CASE("a text that a spreadsheet would take for a formula is guarded, and every text comes back as it was") {
    for (std::string const text : {"=1+1", "+46 8", "-", "@name", "'=1", "''@", "'quoted'", "'", "", "Ale = bra", "5-3",
                                   "\t=1", "\r@x", "-5 st"}) {
        CAPTURE(text);
        auto const guarded = rodtrad::base::guarded(text);
        CHECK((guarded.empty() || std::string_view{"=+-@\t\r"}.find(guarded.front()) == std::string_view::npos));
        CHECK(rodtrad::base::unguarded(guarded) == text);
    }
    CHECK(rodtrad::base::guarded("=1+1") == "'=1+1");
    CHECK(rodtrad::base::guarded("'quoted'") == "'quoted'");
    CHECK(rodtrad::base::guarded("-5.25") == "-5.25"); // a number does nothing, and is to be counted with
    CHECK(rodtrad::base::unguarded("'-5.25") == "'-5.25");
}

TEST_CASE("what people open in a spreadsheet is guarded, and what is exported is not") {
    using rodtrad::base::CsvFor;
    auto const written = [](CsvFor whom) {
        std::ostringstream out;
        rodtrad::base::CsvWriter{out, whom}.row({"=cmd|' /C calc'!A0", "@SUM(1)", "\tx", "-0.5", "Ale", "'=1"});
        return out.str();
    };
    CHECK(written(CsvFor::spreadsheets) == "'=cmd|' /C calc'!A0,'@SUM(1),'\tx,-0.5,Ale,''=1\n");
    CHECK(written(CsvFor::programs) == "=cmd|' /C calc'!A0,@SUM(1),\tx,-0.5,Ale,'=1\n");
}
