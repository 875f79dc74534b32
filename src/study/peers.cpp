#include "study/peers.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rodtrad::study {

Peers::Peers(Dataset const& data) : m_groups{data.peer_groups}, m_cohort_of(data.units.size()) {
    std::vector<std::vector<std::size_t>> owned(data.units.size());
    std::vector<std::vector<std::size_t>> shared(data.units.size());
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].owner) {
            owned[m_groups[i].owner->value()].push_back(i);
        } else {
            for (auto const member : m_groups[i].members) shared[member.value()].push_back(i);
        }
    }
    choose("", owned, shared);
    for (auto const& group : m_groups)
        if (!m_chosen.contains(group.group.area)) choose(group.group.area, owned, shared);
    std::map<std::pair<domain::UnitKind, std::string_view>, std::size_t> numbers;
    for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
        auto const& about = data.units[unit].unit;
        auto const [entry, is_new] = numbers.try_emplace({about.kind, about.operation}, m_cohorts.size());
        if (is_new) m_cohorts.emplace_back();
        m_cohort_of[unit] = entry->second;
        m_cohorts[entry->second].push_back(unit);
    }
}

void Peers::choose(std::string const& area, std::vector<std::vector<std::size_t>> const& owned,
                   std::vector<std::vector<std::size_t>> const& shared) {
    auto& chosen = m_chosen[area];
    chosen.resize(owned.size());
    for (std::size_t unit = 0; unit < owned.size(); ++unit)
        for (auto const* groups : {&owned[unit], &shared[unit]}) {
            if (!chosen[unit]) chosen[unit] = best(*groups, area);
            if (!chosen[unit]) chosen[unit] = best(*groups, "");
        }
}

std::vector<std::optional<std::size_t>> const& Peers::groups_for(std::string_view area) const {
    auto const found = m_chosen.find(area);
    return found == m_chosen.end() ? m_chosen.find("")->second : found->second;
}

std::optional<std::size_t> Peers::group_of(UnitIndex unit, std::string_view area) const {
    return groups_for(area)[unit.value()];
}

std::optional<std::size_t> Peers::best(std::vector<std::size_t> const& groups, std::string_view area) const {
    std::optional<std::size_t> result;
    for (auto const i : groups)
        if (m_groups[i].group.area == area && (!result || m_groups[i].group.year > m_groups[*result].group.year))
            result = i;
    return result;
}

std::vector<UnitIndex> Peers::members(std::size_t group, UnitIndex unit) const {
    auto result = m_groups[group].members;
    auto const place = std::ranges::lower_bound(result, unit);
    if (place == result.end() || *place != unit) result.insert(place, unit);
    return result;
}

} // namespace rodtrad::study
