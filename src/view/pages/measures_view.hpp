#pragma once

#include "study/follow_up.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/context.hpp"

#include <string>
#include <vector>

namespace rodtrad::view::pages {

struct MeasureEntry {
    Link measure; // in the topmost unit that has a figure, or the one asked for
    std::string perspective;
    std::string area;
    std::string unit_of_measure;
    std::size_t units = 0; // with a figure
    std::size_t cards = 0;
};

struct MeasureLetter { // "Å"
    std::string letter;
    std::vector<MeasureEntry> measures;
};

// All measures from A to Ö, or those of an area and a perspective.
struct MeasuresView {
    MeasuresQuestion question;
    std::vector<std::string> areas;
    std::vector<std::string> perspectives;
    std::size_t all = 0;
    std::size_t found = 0;
    std::vector<MeasureLetter> letters;
};

MeasuresView measures_view(study::Dataset const& data, study::FollowUp const& list, MeasuresQuestion const& question,
                           Language const& language);
std::string measures_page(MeasuresView const& view, Context const& context);

} // namespace rodtrad::view::pages
