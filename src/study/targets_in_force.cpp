#include "study/targets_in_force.hpp"

#include "study/calendar.hpp"

#include <algorithm>

namespace rodtrad::study {

namespace {

int beginning(domain::Target const* target) { return first_month(target->period); }

// Of two that begin together the one stated last stands last, and holds.
auto by_beginning(domain::Target const* target) { return std::pair{beginning(target), target}; }

} // namespace

TargetsInForce::TargetsInForce(MeasureData const& data, Dataset const& dataset) : m_units{dataset.units} {
    for (auto const& target : data.targets) {
        auto const unit = dataset.find_unit(target.unit);
        auto const group = dataset.find_group(target.group);
        if (unit && group) m_targets[{*unit, *group}].push_back(&target);
    }
    for (auto& entry : m_targets) std::ranges::sort(entry.second, {}, by_beginning);
}

domain::Target const* TargetsInForce::find(UnitIndex unit, GroupIndex group, domain::Period period) const {
    for (std::optional at = unit; at; at = m_units[*at].parent) {
        auto const own = m_targets.find({*at, group});
        if (own == m_targets.end()) continue;
        auto const later = std::ranges::upper_bound(own->second, last_month(period), {}, beginning);
        if (later == own->second.begin()) return nullptr;
        auto const* target = *std::prev(later);
        if (*at == unit || target->is_inherited) return target;
    }
    return nullptr;
}

} // namespace rodtrad::study
