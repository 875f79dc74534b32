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
    for (std::string const text :
         {"=1+1", "+46 8", "-", "@name", "'=1", "''@", "'quoted'", "'", "", "Ale = bra", "5-3"}) {
        CAPTURE(text);
        auto const guarded = rodtrad::base::guarded(text);
        CHECK((guarded.empty() || std::string_view{"=+-@"}.find(guarded.front()) == std::string_view::npos));
        CHECK(rodtrad::base::unguarded(guarded) == text);
    }
    CHECK(rodtrad::base::guarded("=1+1") == "'=1+1");
    CHECK(rodtrad::base::guarded("'quoted'") == "'quoted'");
}
