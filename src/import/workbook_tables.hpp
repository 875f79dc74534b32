#pragma once

#include "import/byte_source.hpp"
#include "import/mapping.hpp"
#include "import/read_file.hpp"

#include <optional>
#include <string>

namespace rodtrad::import {

// Reads the sheets of an Excel workbook that are tables, definitions before figures. With a mapping it is the sheet
// that the mapping names, or the first one. A sheet that is not read is noted, unless it is empty. Throws base::Error
// where no sheet is a table, and as Workbook and Columns do.
FileReport read_workbook(ByteSource& bytes, std::string const& name, std::optional<Mapping> const& mapping, Sink& sink);

} // namespace rodtrad::import
