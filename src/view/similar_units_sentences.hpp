#pragma once

#include "study/dataset.hpp"
#include "study/similar_units.hpp"
#include "view/language.hpp"

#include <string>
#include <vector>

namespace rodtrad::view {

// How a unit is like the one in question: "Lika i folkmängd och utbildningsnivå, olika i täthet (högre)."
std::string likeness_sentence(study::SimilarUnits const& similar, study::SimilarUnit const& unit,
                              study::Dataset const& data, Language const& language);

// Of them all: "De 7 enheter som är mest lika Norrskolan i folkmängd och täthet, av 42.", and who could not be
// compared.
std::vector<std::string> similar_units_sentences(study::SimilarUnits const& similar, study::Dataset const& data,
                                                 Language const& language);

// Why there are none: "Enheten saknar uppgift om någon av förutsättningarna."
std::string no_similar_units_sentence(study::NoSimilarUnits reason, Language const& language);

} // namespace rodtrad::view
