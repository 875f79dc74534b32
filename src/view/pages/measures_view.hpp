#pragma once

#include "base/fields.hpp"
#include "study/follow_up.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/context.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

struct MeasureEntry {
    Link measure; // in the topmost unit that has a figure, or the one asked for
    std::string perspective;
    std::string area;
    std::size_t cards = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"measure", &MeasureEntry::measure},
                          base::Field{"perspective", &MeasureEntry::perspective},
                          base::Field{"area", &MeasureEntry::area}, base::Field{"cards", &MeasureEntry::cards}};
    }
};

struct MeasureLetter { // "Å"
    std::string letter;
    std::vector<MeasureEntry> measures;

    static constexpr auto fields() {
        return std::tuple{base::Field{"letter", &MeasureLetter::letter},
                          base::Field{"measures", &MeasureLetter::measures}};
    }
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

    static constexpr auto fields() {
        return std::tuple{base::Field{"areas", &MeasuresView::areas},
                          base::Field{"perspectives", &MeasuresView::perspectives},
                          base::Field{"all", &MeasuresView::all},
                          base::Field{"without_figures", &MeasuresView::without_figures},
                          base::Field{"found", &MeasuresView::found},
                          base::Field{"pages", &MeasuresView::pages},
                          base::Field{"letters", &MeasuresView::letters}};
    }
};

MeasuresView measures_view(study::Dataset const& data, study::FollowUp const& list, MeasuresQuestion const& question,
                           Language const& language);
std::string measures_page(MeasuresView const& view, Context const& context);

} // namespace rodtrad::view::pages
