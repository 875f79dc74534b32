#pragma once

#include "base/csv_writer.hpp"
#include "view/pages/series_view.hpp"

#include <optional>

namespace rodtrad::view::pages {

// Series as tidy CSV, as the importer reads them: a row a figure, also those that are missing or confidential.

void write_series_heading(base::CsvWriter& csv);

// One series, in the years between, both included. The measure has a cube; a group that it is not kept for has no rows.
void write_series(base::CsvWriter& csv, study::Dataset const& data, SeriesKey key, std::optional<int> from = {},
                  std::optional<int> to = {});

} // namespace rodtrad::view::pages
