#pragma once

#include "study/dataset.hpp"

#include <cstdint>
#include <vector>

namespace rodtrad::study {

// The targets of one measure, by who they hold for: a unit's own, or that of the nearest unit above it that hands its
// own down. Points into the measure's data, which outlives it.
class TargetsInForce {
public:
    TargetsInForce(MeasureData const& data, Dataset const& dataset);

    // The latest that has begun by the end of the period. Null where there is none.
    domain::Target const* find(UnitIndex unit, GroupIndex group, domain::Period period) const;
    bool empty() const { return m_groups.empty(); }

private:
    struct OfGroup {
        GroupIndex group;
        std::vector<std::uint32_t> holder; // [unit]: the nearest unit, itself or above, with targets: place in `own`
        std::vector<std::vector<domain::Target const*>> own;
        std::vector<UnitIndex> units; // whose they are
    };
    base::IndexVector<UnitIndex, UnitNode> const& m_units;
    std::vector<OfGroup> m_groups;
};

// The same for one series alone: nothing is laid out beforehand, and each target is looked at.
domain::Target const* target_in_force(MeasureData const& data, Dataset const& dataset, UnitIndex unit, GroupIndex group,
                                      domain::Period period);

} // namespace rodtrad::study
