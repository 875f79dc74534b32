#pragma once

#include "import/charset.hpp"
#include "import/mapping.hpp"
#include "import/reading.hpp"
#include "import/table_row.hpp"

namespace rodtrad::import {

// Reads the rows of a table, of whatever kind its headings and the mapping say, and returns which it was.
TableKind read_table(RowSource& rows, Mapping const& mapping, Reading& reading);

// Reads a CSV file, and says in the report what it was.
void read_csv(Utf8Source& text, Mapping const& mapping, Reading& reading);

} // namespace rodtrad::import
