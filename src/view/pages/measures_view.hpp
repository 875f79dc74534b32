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
    std::size_t cards = 0;
};

struct MeasureLetter { // "Å"
    std::string letter;
    std::vector<MeasureEntry> measures;
};

// The measures that have figures from A to Ö, or those of an area and a perspective, a page at a time.
struct MeasuresView {
    MeasuresQuestion question;
    std::vector<std::string> areas;
    std::vector<std::string> perspectives;
    std::size_t all = 0;
    std::size_t without_figures = 0; // found by searching for them
    std::size_t found = 0;
    std::size_t pages = 1;
    std::vector<MeasureLetter> letters;
};

MeasuresView measures_view(study::Dataset const& data, study::FollowUp const& list, MeasuresQuestion const& question,
                           Language const& language);
std::string measures_page(MeasuresView const& view, Context const& context);

} // namespace rodtrad::view::pages
