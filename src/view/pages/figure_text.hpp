#pragma once

#include "study/dataset.hpp"
#include "study/methods/intervals.hpp"
#include "view/format.hpp"

#include <optional>
#include <string>

namespace rodtrad::view::pages {

// A figure and what it stands on, in words.

// What it counts: "121 av 152" of a share, "81 på 4 606" of a rate; empty for other values and where it has no counts.
std::string ground_text(domain::Counts counts, domain::ValueKind kind, Language const& language);

// How much chance alone could move it (95 %), in the measure's unit; nothing where the counts do not bear it.
std::optional<study::Interval> likely(domain::Counts counts, domain::Measure const& measure);

// "79,6 %", or the sign for why there is no value.
std::string cell_text(study::Cube const& cube, std::size_t at, ValueFormat const& format, Language const& language);

// "preliminärt", "saknas", "sammanräknat från 18 av 20 enheter"; empty for an ordinary figure.
std::string cell_remark(study::MeasureData const& data, std::size_t at, Language const& language);

} // namespace rodtrad::view::pages
