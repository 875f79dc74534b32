#pragma once

#include "import/sink.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace rodtrad::import {

struct ReadOptions {
    std::optional<std::filesystem::path> mapping; // a TOML file; see docs/guide/import.md
    std::string name;                             // of the file, in report and complaints; empty = its own
};

struct FileReport {
    std::string format;    // what it was taken for: "tidy CSV, UTF-8, comma", "Kolada KPI (v3), JSON", "Excel: Utfall
                           // (observations)"
    std::int64_t rows = 0; // data rows read, complaints included
    std::int64_t left_out = 0;    // of these, rows that the reader itself could not understand
    std::int64_t passed_over = 0; // of these, rows that the mapping says are not wanted
};

// Reads one file (CSV or JSON, plain, .gz or .xz) from its first byte to its last in constant memory and hands
// every row to the sink, either as what it is or as a complaint. What kind of file it is, its character set and
// its separator are found from its beginning, and told in the report. Of an Excel workbook (.xlsx) every sheet that is
// a table is read, definitions before figures; the places of its rows are called "file.xlsx/sheet".
// Throws base::Error where the file as a whole cannot be read: it is absent, a directory, damaged, cut off, or of no
// known kind. What the sink was given before that must then be thrown away.
FileReport read_file(std::filesystem::path const& path, ReadOptions const& options, Sink& sink);

} // namespace rodtrad::import
