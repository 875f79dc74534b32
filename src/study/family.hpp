#pragma once

#include "study/measure_study.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace rodtrad::study {

// The measures that may turn out to be neighbours: 3 to 12 of the same field of operation (Measure::area) and
// periodicity, with figures for all people. More than that in one field, as in national collections, are no family:
// everything would have neighbours by chance. Each by code; a measure is in one of them at most.
std::vector<std::vector<MeasureIndex>> families_of(Dataset const& data);

// A family's figures beside each other, and who moves with whom. Each member's figures (without season, of the latest
// segment) are counted from the unit's own usual level in the member's own noise, and turned so that better is up.
class Family {
public:
    // Of each member's first group; units as in the data they share. The studies outlive the family.
    explicit Family(std::vector<MeasureStudy const*> members);

    struct Neighbour {
        std::size_t member = 0;
        double correlation = 0; // of changes so far, the last four periods left out
    };
    // Those whose changes have gone with the member's own, by member; none where there are fewer than two.
    std::vector<Neighbour> const& neighbours(std::size_t member) const { return m_neighbours[member]; }

    // The member's figures less what its neighbours' median has moved, in the member's unit and on its time axis. Only
    // where at least two of them have a figure. The member has neighbours.
    SeriesTable apart(std::size_t member) const;

    // How far the member has moved from one other in the unit, in its own unit of measure: the mean of how far apart
    // they are in the periods from `since` on, less that before. Nothing where they have not both been.
    std::optional<double> parting(std::size_t member, std::size_t other, UnitIndex unit, std::size_t since) const;

    // The figures of one less those of another, where both are; in the noise of the first.
    Plane difference(std::size_t member, std::size_t other) const;

private:
    MeasureStudy const& study(std::size_t member) const { return *m_studies[member]; }
    Plane const& moved(std::size_t member) const { return m_moved[member]; }
    void lay_beside(std::size_t member);
    void find_neighbours();

    std::vector<MeasureStudy const*> m_studies;
    std::vector<std::size_t> m_offsets; // [member]: of its first period, from the first of any
    std::vector<double> m_noise;        // [member]: its noise in its unit of measure, negative where lower is better
    std::vector<Plane> m_moved;         // [member]: all of one shape; empty of figures where there is no noise
    std::size_t m_periods = 0;
    std::vector<std::vector<Neighbour>> m_neighbours;
};

} // namespace rodtrad::study
