#pragma once

#include "import/columns.hpp"
#include "import/mapping.hpp"
#include "import/reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// Reads the cells that several kinds of table share. Nothing is returned where the cell was complained about.
class Cells {
public:
    Cells(Mapping const& mapping, Reading& reading) : m_mapping{mapping}, m_reading{reading} {}

    std::optional<std::string_view> code(TableRow const& row, Column const& column) const;
    std::optional<domain::Period> period(TableRow const& row, Column const& column) const;
    std::optional<double> number(TableRow const& row, Column const& column) const;
    std::string_view group(TableRow const& row, Column const& column) const;
    // "N01951, N01963; N00905"; the same code twice counts once.
    static std::vector<std::string> codes_in(std::string_view text);

    void refuse(TableRow const& row, Column const& column, problems::Problem const& problem) const;

private:
    Mapping const& m_mapping;
    Reading& m_reading;
};

} // namespace rodtrad::import
