#pragma once

#include "study/dataset.hpp"
#include "study/methods/answer.hpp"
#include "study/similar_units.hpp"
#include "view/pages/measure_view.hpp"
#include "view/search_index.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

// Who a unit is seen among on its measure's page, and why.
struct Among {
    std::vector<study::UnitIndex> units; // the unit itself among them
    std::string name;                    // "liknande kommuner"
    std::string why;                     // a sentence
    bool is_usual = true;                // the same that the list compares with
    std::optional<study::SimilarUnits> similar;
};

Among among_of(MeasureQuestion const& question, SeriesKey key, study::Dataset const& data, Language const& language);

// The dialogue in which somebody else is chosen.
PeersChoice peers_choice(MeasureQuestion const& question, SeriesKey key, study::Dataset const& data, Among const& among,
                         SearchIndex const* index, Language const& language);

} // namespace rodtrad::view::pages
