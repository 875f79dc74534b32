#pragma once

#include "study/settling.hpp"

#include <vector>

namespace rodtrad::study {

// One card for each unit of a measure that has findings, in tree order. What a whole branch did alike is told once, at
// its top (STATISTICS M9): the units below give their change over to the unit above.
std::vector<Card> cards_of(Dataset const& data, MeasureIndex measure, std::vector<Candidate> findings);

} // namespace rodtrad::study
