#pragma once

#include "study/series.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace rodtrad::study {

// The first period before `end` that begins with the mark's or later, as a mark may be finer or coarser than the
// figures; `end` where none does.
std::size_t time_of_level(Cube const& cube, domain::Period mark, std::size_t end);

// For each unit the position on the cube's time axis, before `end`, where its latest segment starts: the last rebase
// mark that holds for it and the group; 0 where nobody said that it is another level. Empty where nobody did of any.
std::vector<std::size_t> segment_starts(MeasureData const& data, Dataset const& dataset, GroupIndex group,
                                        std::size_t end);

// Takes the figures from before each unit's start away.
void begin_at(SeriesTable& series, std::vector<std::size_t> const& starts);

} // namespace rodtrad::study
