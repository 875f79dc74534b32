#pragma once

#include "base/instant.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"

#include <string>

// The whole tree as a table: what is read in again changes nothing. Headings and kinds of unit are in the language.
namespace rodtrad::view::pages {

// A text that a spreadsheet would take for a formula has an apostrophe before it (base/csv_writer.hpp), which is taken
// away again when the table is read in.
std::string tree_csv(study::Dataset const& data, Language const& language);
// A workbook for Excel, in which a text is a text whatever it begins with.
std::string tree_xlsx(study::Dataset const& data, Language const& language, base::Instant now);

} // namespace rodtrad::view::pages
