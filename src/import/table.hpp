#pragma once

#include "import/charset.hpp"
#include "import/mapping.hpp"
#include "import/reading.hpp"

namespace rodtrad::import {

// Reads a CSV file, of whatever kind of table its headings and the mapping say, and says in the report what it was.
void read_table(Utf8Source& text, Mapping const& mapping, Reading& reading);

} // namespace rodtrad::import
