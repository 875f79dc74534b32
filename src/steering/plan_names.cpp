#include "steering/plan_names.hpp"

#include "base/message.hpp"
#include "plan/perspectives_in_force.hpp"
#include "steering/known_unit.hpp"
#include "steering/perspectives.hpp"
#include "steering/tree.hpp"

#include <algorithm>
#include <iterator>

namespace rodtrad::steering {

using base::message;
using domain::Perspective;

std::string plain(std::string_view text) { return base::lower(base::trimmed(text)); }
bool is_same(std::string_view a, std::string_view b) { return plain(a) == plain(b); }

PlanNames::PlanNames(Work& work) : m_work{work} {
    for (auto const& one : work.tables().people)
        if (one.is_active) m_people.emplace(plain(one.name), one.id);
    for (auto const& standing : work.data().measures)
        m_measures.emplace(plain(standing.measure.title), standing.measure.code);
}

std::string PlanNames::unit(std::string_view field, std::string_view written) {
    auto const known = m_units.find(written);
    if (known != m_units.end()) return known->second;
    return m_units.emplace(written, unit_written(m_work, field, written)).first->second;
}

std::string PlanNames::measure(std::string_view field, std::string_view written) const {
    if (m_work.data().find_measure(written)) return std::string{written};
    if (auto const found = m_measures.find(plain(written)); found != m_measures.end()) return found->second;
    throw Refused{std::string{field}, message("There is no measure {0}."), {std::string{written}}};
}

std::optional<domain::PersonId> PlanNames::person(std::string_view written) const {
    if (written.empty()) return {};
    auto const name = plain(written);
    if (auto const* const found = m_work.plan().find_user(name)) return found->id;
    auto const [first, last] = m_people.equal_range(name);
    if (first == last)
        throw Refused{"owner",
                      message("There is nobody here called {0}. Write the name as it stands in the list of people."),
                      {std::string{written}}};
    if (std::next(first) != last)
        throw Refused{
            "owner", message("Several people are called {0}: write the user name instead."), {std::string{written}}};
    return first->second;
}

std::optional<domain::PerspectiveId> PlanNames::perspective(domain::Goal const& goal, std::string_view written) {
    if (written.empty()) return {};
    auto const& data = m_work.data();
    auto const unit = known_unit(m_work, "units", goal.units.front());
    auto const in_force = plan::perspectives_in_force(m_work.plan(), data, unit);
    auto const it = std::ranges::find_if(
        in_force, [&](Perspective const& one) { return is_same(one.name, written) || is_same(one.name_en, written); });
    if (it == in_force.end())
        throw Refused{"perspective",
                      message("No perspective is called “{0}” here. Write its name as it stands on the scorecard."),
                      {std::string{written}}};
    if (it->id.value() != 0) return it->id;
    settle_perspectives(m_work, goal.units.front());
    for (std::optional step{unit}; step; step = data.units[*step].parent)
        for (auto const& settled : m_work.tables().perspectives)
            if (settled.unit == data.units[*step].unit.code && !settled.is_ended && settled.name == it->name)
                return settled.id;
    return {};
}

std::optional<domain::SuccessFactorId> PlanNames::factor(domain::Goal const& goal, std::string_view written) const {
    if (written.empty()) return {};
    auto const& data = m_work.data();
    for (auto step = data.find_unit(goal.units.front()); step; step = data.units[*step].parent)
        for (auto const* one : m_work.plan().factors_of(data.units[*step].unit.code)) {
            bool const is_beside = !goal.perspective || goal.perspective == one->perspective;
            if (!one->is_ended && is_beside && is_same(one->name, written)) return one->id;
        }
    throw Refused{"factor",
                  message("No success factor is called “{0}” here. Write its name as it stands on the scorecard."),
                  {std::string{written}}};
}

} // namespace rodtrad::steering
