#include "plan/leaders.hpp"

#include "plan/valid.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::plan {

namespace {

constexpr std::array roles{domain::Role::manager, domain::Role::controller, domain::Role::administrator};

} // namespace

Leaders::Leaders(Plan const& plan, study::Dataset const& data, base::Date day)
    : m_plan{plan}, m_data{data}, m_day{day} {}

std::vector<domain::PersonId> Leaders::given_at(std::string const& code, domain::Role role,
                                                std::optional<domain::PersonId> but) const {
    std::vector<domain::PersonId> people;
    for (auto const* grant : m_plan.grants_at(code)) {
        if (grant->role != role || grant->person == but || !is_valid(*grant, m_day)) continue;
        auto const* person = m_plan.people.find(grant->person);
        if (person != nullptr && person->is_active) people.push_back(grant->person);
    }
    return people;
}

std::vector<domain::PersonId> Leaders::of(study::UnitIndex unit, std::optional<domain::PersonId> but) const {
    for (auto const role : roles) {
        for (std::optional at{unit}; at; at = m_data.units[*at].parent)
            if (auto people = given_at(m_data.units[*at].unit.code, role, but); !people.empty()) return people;
        if (auto people = given_at({}, role, but); !people.empty()) return people;
    }
    return {};
}

bool Leaders::leads(domain::PersonId person, study::UnitIndex unit, std::optional<domain::PersonId> but) const {
    if (person == but) return false;
    auto const people = of(unit, but);
    return std::ranges::find(people, person) != people.end();
}

std::vector<study::UnitIndex> Leaders::units_of(domain::PersonId person) const {
    std::vector<study::UnitIndex> units;
    for (auto const* grant : m_plan.grants_of(person)) {
        if (std::ranges::find(roles, grant->role) == roles.end() || !is_valid(*grant, m_day)) continue;
        auto const root = m_data.find_unit(grant->unit);
        if (!root && !grant->unit.empty()) continue;
        auto const first = root ? root->value() : 0;
        auto const end = root ? m_data.units[*root].branch_end.value() : m_data.units.size();
        for (auto at = first; at < end; ++at) units.emplace_back(at);
    }
    std::ranges::sort(units);
    units.erase(std::ranges::unique(units).begin(), units.end());
    return units;
}

} // namespace rodtrad::plan
