#pragma once

#include "study/dataset.hpp"
#include "study/methods/step_test.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// Where a series' figures come from. What units above are made of moves whenever the units do, and is no further
// witness of a movement.
enum class Origin : std::uint8_t { delivered, aggregated };

// The figures of every unit for one measure and one group, in time order, without the periods that have none.
class SeriesTable {
public:
    std::size_t units() const { return m_first.size() - 1; }
    std::size_t length(UnitIndex unit) const { return m_first[unit.value() + 1] - m_first[unit.value()]; }
    std::span<double const> values(UnitIndex unit) const {
        return std::span{m_values}.subspan(m_first[unit.value()], length(unit));
    }
    std::span<double> values(UnitIndex unit) {
        return std::span{m_values}.subspan(m_first[unit.value()], length(unit));
    }
    // Where they stand on the cube's time axis.
    std::span<std::uint32_t const> times(UnitIndex unit) const {
        return std::span{m_times}.subspan(m_first[unit.value()], length(unit));
    }
    std::optional<std::size_t> last_time(UnitIndex unit) const {
        if (length(unit) == 0) return {};
        return m_times[m_first[unit.value() + 1] - 1];
    }

    // Aggregated where any of its figures is.
    Origin origin(UnitIndex unit) const { return m_origins[unit.value()]; }

    // The same, as the step test wants it; valid as long as the table.
    SeriesFamily family() const { return {m_values, m_first}; }
    std::span<double const> all_values() const { return m_values; }

private:
    friend class SeriesTableBuilder;
    std::vector<double> m_values;
    std::vector<std::uint32_t> m_times;
    std::vector<std::size_t> m_first; // of each unit, and the end
    std::vector<Origin> m_origins;    // of each unit
};

// True where the figure can be laid beside those of other periods and units. Two cannot: a sum over fewer units than
// there are, which says how many reported, not how much there was; and a figure made from one unit below, which is that
// unit's own once more and would be counted and told twice.
bool is_comparable(MeasureData const& data, std::size_t at);

// Only periods before `end`.
SeriesTable series_of(MeasureData const& data, std::size_t slot, std::size_t end);

// Women's figures minus men's, where both exist.
SeriesTable gap_series_of(MeasureData const& data, std::size_t women, std::size_t men, std::size_t end);

} // namespace rodtrad::study
