#pragma once

#include "base/text.hpp"
#include "import/charset.hpp"
#include "import/number.hpp"
#include "import/period_text.hpp"
#include "import/table_form.hpp"
#include "import/words.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rodtrad::import {

// A column by its heading, or by its number from 1.
using ColumnRef = std::variant<std::string, std::size_t>;

// What a person says about a table that does not say it itself. The empty mapping says nothing.
struct Mapping {
    std::optional<TableKind> kind;
    std::optional<std::string> sheet; // of a workbook; nothing = its first
    std::optional<Charset> charset;
    std::optional<char> separator;
    DecimalSign decimal = DecimalSign::either;
    bool has_header = true;
    base::TextMap<ColumnRef> columns;     // field → where it stands
    base::TextMap<std::string> constants; // field → what it is on every row
    base::TextMap<NoValue> values;        // text of a value cell → why there is no value
    base::TextMap<std::string> groups;    // text of a group cell → code of the group
    struct Keep {
        ColumnRef column;
        std::set<std::string, std::less<>> texts;
    };
    std::vector<Keep> keep; // rows with other texts in the column are passed over
    std::optional<PeriodPattern> period_pattern;
    std::optional<domain::Periodicity> periodicity; // months are widened to this
};

// Reads a TOML text; docs/guide/import.md describes it. The name is for messages.
// Throws base::Error with the line where something is unknown or of the wrong kind.
Mapping to_mapping(std::string_view toml, std::string_view name);
Mapping read_mapping(std::filesystem::path const& path);

} // namespace rodtrad::import
