#pragma once

#include "study/dataset.hpp"
#include "study/kernels/extent_sweep.hpp"
#include "study/kernels/plane.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rodtrad::study {

// Where a series' figures come from. What units above are made of moves whenever the units do, and is no further
// witness of a movement.
enum class Origin : std::uint8_t { delivered, aggregated };

// The figures of every unit for one measure and one group: a plane of them, and what is often asked of each series.
class SeriesTable {
public:
    // No figure yet; call `settle` when the plane is filled.
    SeriesTable(std::size_t periods, std::size_t units);

    std::size_t units() const { return m_plane.units(); }
    std::size_t periods() const { return m_plane.periods(); }
    Plane const& plane() const { return m_plane; }
    Plane& plane() { return m_plane; }
    // Counts the figures anew; after the plane has changed.
    void settle();

    std::size_t length(UnitIndex unit) const { return static_cast<std::size_t>(m_extents.points[unit.value()]); }
    std::optional<std::size_t> last_time(UnitIndex unit) const {
        auto const t = m_extents.last_time[unit.value()];
        if (t == Extents::never) return {};
        return static_cast<std::size_t>(t);
    }
    double at(std::size_t t, UnitIndex unit) const { return m_plane.row(t)[unit.value()]; } // NaN for none
    double last(UnitIndex unit) const { return at(*last_time(unit), unit); }                // there is one

    // The figures there are, in time order, and their places on the cube's time axis.
    std::vector<double> values(UnitIndex unit) const;
    std::vector<std::size_t> times(UnitIndex unit) const;
    // The period of the k-th figure from the last, k from 1 to its length.
    std::size_t time_from_last(UnitIndex unit, std::size_t k) const;

    // Aggregated where any of its figures is.
    Origin origin(UnitIndex unit) const { return m_origins[unit.value()]; }
    void set_origin(UnitIndex unit, Origin origin) { m_origins[unit.value()] = origin; }

private:
    Plane m_plane;
    Extents m_extents;
    std::vector<Origin> m_origins;
};

// True where the figure can be laid beside those of other periods and units. Two cannot: a sum over fewer units than
// there are, which says how many reported, not how much there was; and a figure made from one unit below, which is that
// unit's own once more and would be counted and told twice.
bool is_comparable(MeasureData const& data, std::size_t at);

// Comparable figures, only of periods before `end`.
SeriesTable series_of(MeasureData const& data, std::size_t slot, std::size_t end);

// Women's figures minus men's, where both exist.
SeriesTable gaps_between(SeriesTable const& women, SeriesTable const& men);

} // namespace rodtrad::study
