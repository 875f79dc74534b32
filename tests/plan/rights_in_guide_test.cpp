// The guide's table of roles says what the program does.

#include "plan/rights.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace rodtrad;

namespace {

// The rows of the table that has a column for each right, by the cells after the role: "yes" and "ja" are true.
std::vector<std::vector<bool>> table_in(std::string const& file) {
    std::ifstream in{file};
    std::vector<std::vector<bool>> rows;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("| ") || line.starts_with("| rol")) continue;
        std::vector<bool> cells;
        std::istringstream parts{line.substr(2)};
        for (std::string cell; std::getline(parts, cell, '|');)
            cells.push_back(cell.find("yes") != std::string::npos || cell.find("ja") != std::string::npos);
        cells.erase(cells.begin()); // the role
        rows.push_back(cells);
    }
    return rows;
}

} // namespace

TEST_CASE("the guide's tables of roles and rights are the program's, in both languages") {
    std::vector<std::vector<bool>> expected;
    for (auto const& [role, role_name] : names_of(domain::Role{})) {
        std::vector<bool> row;
        for (auto const& [right, right_name] : names_of(plan::Right{})) row.push_back(plan::has_right(role, right));
        expected.push_back(row);
    }
    CHECK((table_in("docs/guide/people.md") == expected));
    CHECK((table_in("docs/guide/people.sv.md") == expected));
}
