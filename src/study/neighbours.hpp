#pragma once

#include "study/family.hpp"
#include "study/looked_at.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// A family of measures (families_of), looked at for who leaves the neighbours that it used to move with: what does not
// depend on any other measure, and is kept from one follow-up to the next for as long as all of its members are the
// same.
struct LookedAtFamily {
    struct Member {
        MeasureIndex measure;
        std::shared_ptr<LookedAt const> looked_at; // what it was made of
        std::optional<Evidence> evidence;          // of FindingKind::neighbour; absent for who has no neighbours
    };
    std::vector<Member> members; // by measure
};

// `looked_at`: of every measure, by index. `before`: families of an earlier state of the data, of which what still
// holds is taken over. The answer is the same with and without them, to the last bit.
//
// A member with at least two neighbours is tested in each unit: the step test (STATISTICS M3) of its figures less what
// the neighbours' median has moved. What the units did alike is taken away and told at the unit above them, as for
// changes. A test whose finding would blame the measure for what one of few neighbours did counts, but is not shown:
// it has to have left more than half of them, each by at least half as far.
std::shared_ptr<LookedAtFamily const> look_at_family(Dataset const& data, std::vector<MeasureIndex> const& members,
                                                     std::span<std::shared_ptr<LookedAt const> const> looked_at,
                                                     std::span<std::shared_ptr<LookedAtFamily const> const> before);

// A neighbour of a measure, as one unit's page tells of it.
struct NeighbourInUnit {
    MeasureIndex measure;
    double correlation =
        0; // of their changes in all units until the last four periods, both turned so that better is up
    enum class Now : std::uint8_t { unknown, together, apart };
    Now now = Now::unknown; // apart: p at most 0.05 for "as far from each other as before" in the unit
};
// The neighbours of a measure, those that have moved most with it first; none where it has fewer than two. From the
// figures themselves, in time that grows with the family.
std::vector<NeighbourInUnit> neighbours_of(Dataset const& data, MeasureIndex measure, UnitIndex unit,
                                           std::optional<domain::Period> as_of = {});

} // namespace rodtrad::study
