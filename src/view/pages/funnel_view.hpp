#pragma once

#include "study/dataset.hpp"
#include "view/charts/funnel.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace rodtrad::view::pages {

// One group's figures of a measure in one period, and who is looked at.
struct Slice {
    study::Dataset const& data;
    study::MeasureIndex measure;
    std::size_t slot = 0;
    std::size_t t = 0;
    std::optional<study::UnitIndex> me;

    study::MeasureData const& measure_data() const { return data.measures[measure]; }
    study::Cube const& cube() const { return *measure_data().cube; }
    study::GroupIndex group() const { return cube().groups()[slot]; }
};

// The units by size, where the measure is a share and counts are known for at least five of them (STATISTICS M8b; with
// ten or more the spread that units always have is in the limits).
std::optional<FunnelView> funnel_view(Slice const& slice, std::span<study::UnitIndex const> units,
                                      ValueFormat const& format, Language const& language);

// What the funnel says of the unit looked at and of the others, in words.
std::string funnel_sentence(FunnelView const& view, Language const& language);

} // namespace rodtrad::view::pages
