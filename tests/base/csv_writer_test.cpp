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
