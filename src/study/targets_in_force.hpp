#pragma once

#include "study/dataset.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace rodtrad::study {

// Which target holds for a unit, a group and a period: the unit's own latest one for the group that has begun, or,
// where the unit has none of its own at all for the group, that of the nearest unit above that passes its targets on.
class TargetsInForce {
public:
    TargetsInForce(MeasureData const& data, Dataset const& dataset);
    domain::Target const* find(UnitIndex unit, GroupIndex group, domain::Period period) const;
    bool empty() const { return m_targets.empty(); }

private:
    base::IndexVector<UnitIndex, UnitNode> const& m_units;
    std::map<std::pair<UnitIndex, GroupIndex>, std::vector<domain::Target const*>> m_targets; // by the month they begin
};

} // namespace rodtrad::study
