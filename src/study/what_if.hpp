#pragma once

#include "study/dataset.hpp"

#include <optional>
#include <vector>

namespace rodtrad::study {

// "What would the list say if …": changes to a dataset that are tried, and stored nowhere.
struct WhatIf {
    // Another target for a unit (and, where it is inherited, those below it without one of their own), for a group,
    // from a period on. It takes the place of what stands from that period on; earlier targets stay.
    struct TargetChange {
        MeasureIndex measure;
        domain::Target target; // its measure's code is taken from `measure`
    };
    // Whom units are compared with, in all areas, instead of the peer groups that stand.
    struct PeerChange {
        std::vector<UnitIndex> units;   // whose peers these are
        std::vector<UnitIndex> members; // a unit is not its own peer, and is passed over among its members
    };
    // As if the unit, and all below it, had no figures of the measure.
    struct Exclusion {
        MeasureIndex measure;
        UnitIndex unit;
    };
    std::vector<TargetChange> targets;
    std::vector<PeerChange> peers;
    std::vector<Exclusion> exclusions;

    bool empty() const { return targets.empty() && peers.empty() && exclusions.empty(); }
};

// The dataset as it would be. Cubes that no change touches are shared with `data`, so a follow-up that takes over what
// is unchanged computes only the measures that are spoken of (other peers concern every measure).
Dataset with(Dataset const& data, WhatIf const& what_if);

} // namespace rodtrad::study
