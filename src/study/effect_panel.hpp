#pragma once

#include "study/effect.hpp"
#include "study/methods/panel.hpp"

#include <cstdint>
#include <vector>

namespace rodtrad::study {

// The figures that an effect is read from, as columns; periods are times on the cube's axis.
struct EffectPanel {
    std::vector<std::uint32_t> units; // of each row: positions in `starts`
    std::vector<std::uint32_t> periods;
    std::vector<double> values;
    std::vector<std::uint32_t> starts; // of each unit: the first period after, or never_treated

    PanelRows rows() const { return {units, periods}; }
    std::size_t treated() const;
    std::size_t never_treated_units() const { return starts.size() - treated(); }
    std::uint32_t first_start() const; // of the treated, of which there are some
    std::uint32_t last_start() const;
    std::vector<std::uint32_t> times() const; // with any figure, ascending

    // Rows that a person asks for, of the same units.
    template <class Wanted>
    EffectPanel where(Wanted const& is_wanted) const {
        EffectPanel result;
        result.starts = starts;
        for (std::size_t row = 0; row < values.size(); ++row)
            if (is_wanted(units[row], periods[row])) result.add(units[row], periods[row], values[row]);
        return result;
    }
    void add(std::uint32_t unit, std::uint32_t period, double value);
};

// Treated units with figures before and after their start, then comparison units with figures before and after the
// first start. The measure has a cube with the group. Without such treated units, says which side is lacking.
Answer<EffectPanel, NoEffect> effect_panel(Dataset const& data, EffectRequest const& request);

} // namespace rodtrad::study
