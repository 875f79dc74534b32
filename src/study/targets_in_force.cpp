#include "study/targets_in_force.hpp"

#include "study/calendar.hpp"

#include <algorithm>

namespace rodtrad::study {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

int beginning(domain::Target const* target) { return first_month(target->period); }

// Of two that begin together the one stated last stands last, and holds.
auto by_beginning(domain::Target const* target) { return std::pair{beginning(target), target}; }

} // namespace

TargetsInForce::TargetsInForce(MeasureData const& data, Dataset const& dataset) : m_units{dataset.units} {
    for (auto const& target : data.targets) {
        auto const unit = dataset.find_unit(target.unit);
        auto const group = dataset.find_group(target.group);
        if (!unit || !group) continue;
        auto of_group = std::ranges::find(m_groups, *group, &OfGroup::group);
        if (of_group == m_groups.end())
            of_group = m_groups.insert(of_group, {*group, std::vector(m_units.size(), none), {}, {}});
        auto& own = of_group->holder[unit->value()];
        if (own == none) {
            own = static_cast<std::uint32_t>(of_group->own.size());
            of_group->own.emplace_back();
            of_group->units.push_back(*unit);
        }
        of_group->own[own].push_back(&target);
    }
    for (auto& of_group : m_groups) {
        for (auto& own : of_group.own) std::ranges::sort(own, {}, by_beginning);
        // In tree order whoever is above is already settled.
        for (UnitIndex unit; unit < m_units.end_key(); unit = unit.next())
            if (auto& holder = of_group.holder[unit.value()]; holder == none && m_units[unit].parent)
                holder = of_group.holder[m_units[unit].parent->value()];
    }
}

domain::Target const* TargetsInForce::find(UnitIndex unit, GroupIndex group, domain::Period period) const {
    auto const of_group = std::ranges::find(m_groups, group, &OfGroup::group);
    if (of_group == m_groups.end()) return nullptr;
    for (std::optional at = unit; at;) {
        auto const holder = of_group->holder[at->value()];
        if (holder == none) return nullptr;
        auto const& own = of_group->own[holder];
        auto const later = std::ranges::upper_bound(own, last_month(period), {}, beginning);
        if (later == own.begin()) return nullptr;
        auto const* target = *std::prev(later);
        if (of_group->units[holder] == unit || target->is_inherited) return target;
        at = m_units[of_group->units[holder]].parent;
    }
    return nullptr;
}

domain::Target const* target_in_force(MeasureData const& data, Dataset const& dataset, UnitIndex unit, GroupIndex group,
                                      domain::Period period) {
    for (std::optional at = unit; at; at = dataset.units[*at].parent) {
        domain::Target const* latest = nullptr;
        bool has_own = false; // then one from above does not hold, though its own have not begun
        for (auto const& target : data.targets) {
            if (target.unit != dataset.units[*at].unit.code || target.group != dataset.groups[group].code) continue;
            has_own = true;
            if (beginning(&target) <= last_month(period) &&
                (latest == nullptr || by_beginning(latest) < by_beginning(&target)))
                latest = &target;
        }
        if (has_own && latest == nullptr) return nullptr;
        if (latest != nullptr && (*at == unit || latest->is_inherited)) return latest;
    }
    return nullptr;
}

} // namespace rodtrad::study
