#include "study/peers.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rodtrad::study {

Peers::Peers(Dataset const& data)
    : m_groups{data.peer_groups}, m_owned(data.units.size()), m_shared(data.units.size()),
      m_cohort_of(data.units.size()) {
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].owner) {
            m_owned[*m_groups[i].owner].push_back(i);
        } else {
            for (auto const member : m_groups[i].members) m_shared[member].push_back(i);
        }
    }
    std::map<std::pair<domain::UnitKind, std::string_view>, std::size_t> numbers;
    for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
        auto const& about = data.units[unit].unit;
        auto const [entry, is_new] = numbers.try_emplace({about.kind, about.operation}, m_cohorts.size());
        if (is_new) m_cohorts.emplace_back();
        m_cohort_of[unit] = entry->second;
        m_cohorts[entry->second].push_back(unit);
    }
}

std::optional<std::size_t> Peers::group_of(UnitIndex unit, std::string_view area) const {
    for (auto const* groups : {&m_owned[unit], &m_shared[unit]}) {
        if (!area.empty())
            if (auto const found = best(*groups, area)) return found;
        if (auto const found = best(*groups, "")) return found;
    }
    return {};
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
