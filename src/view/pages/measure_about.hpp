#pragma once

#include "view/pages/measure_view.hpp"

namespace rodtrad::view::pages {

// What the measure is, and where its figures come from; only what is known.
std::vector<Term> about_terms(SeriesKey key, study::Dataset const& data, Provenance const& provenance,
                              ValueFormat const& format, Language const& language);

} // namespace rodtrad::view::pages
