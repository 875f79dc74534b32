#pragma once

#include "study/evidence.hpp"
#include "study/measure_study.hpp"

namespace rodtrad::study {

// The ways to look at a measure. Each looks at every current series that it can say something of, and tells `evidence`
// of every test it made. A new lens is a file here, a FindingKind, and a line in looked_at.cpp.

void look_for_missed_targets(MeasureStudy const& study, Evidence& evidence); // target.cpp: M4, M1's assurance
void look_for_changes(MeasureStudy const& study, Evidence& evidence);        // change.cpp: M3, M1's variation
void look_for_comparisons(MeasureStudy const& study, Evidence& evidence);    // comparison.cpp: M8b, M8c
void look_for_unexpected(MeasureStudy const& study, Evidence& evidence);     // expected.cpp: given the conditions
void look_for_gaps(MeasureStudy const& study, Evidence& evidence);           // gap.cpp: M7, M3 on the gap
void look_for_spread(MeasureStudy const& study, Evidence& evidence);         // spread.cpp: M9

} // namespace rodtrad::study
