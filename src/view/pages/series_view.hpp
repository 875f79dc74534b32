#pragma once

#include "study/dataset.hpp"
#include "study/finding.hpp"
#include "study/methods/xmr.hpp"
#include "view/charts/trend.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace rodtrad::view::pages {

// From this many figures on, limits of normal variation are drawn; from the second, they are no longer preliminary
// (STATISTICS M1).
inline constexpr std::size_t fewest_for_limits = 8;
inline constexpr std::size_t fewest_for_firm_limits = 13;

// A measure, a unit and a group.
struct SeriesKey {
    study::MeasureIndex measure;
    study::UnitIndex unit;
    study::GroupIndex group;
};

// One series as the pages show it: computed with the same methods and settings as the list of deviations.
struct SeriesView {
    SeriesKey key;
    std::vector<double> values;     // as they are, those that exist and can be laid beside each other
    std::vector<double> levels;     // the same without the season; equal to `values` where there is none
    std::vector<std::size_t> times; // their positions on the cube's time axis
    bool is_season_adjusted = false;
    std::size_t before_change =
        0; // so many of `levels` come before a confirmed change of level; all where there is none
    std::size_t segment_start = 0;   // the first of `levels` since somebody last said that it is a new level
    std::vector<domain::Mark> marks; // what has been said of points of the series, oldest first
    study::Xmr xmr;                  // of those
    std::optional<double> target;    // for the newest figure
    ValueFormat format;
    TrendView trend; // of `levels`

    std::size_t newest() const { return times.back(); }
    bool has_changed() const { return before_change < levels.size(); }
    std::size_t segment_length() const { return levels.size() - segment_start; }
};

// Nothing where there is no figure at all. `card`: what the list says of the measure in the unit, if anything.
std::optional<SeriesView> series_view(SeriesKey key, study::Dataset const& data, study::Card const* card,
                                      Language const& language);

// For the small picture on a card: only what the card speaks of is a signal.
TrendView card_trend(SeriesView const& series, study::Card const& card);

} // namespace rodtrad::view::pages
