#include "plan/red_thread.hpp"

#include "plan/goal_life.hpp"
#include "plan/valid.hpp"

#include <algorithm>
#include <functional>

namespace rodtrad::plan {

namespace {

using domain::DocumentKind;
using domain::Goal;
using domain::GoalState;
using domain::SteeringDocument;
using study::UnitIndex;

template <class Map, class Key>
std::vector<UnitGap> const& gaps_in(Map const& gaps, Key const& key) {
    static std::vector<UnitGap> const none;
    auto const found = gaps.find(key);
    return found == gaps.end() ? none : found->second;
}

} // namespace

bool is_standing(Goal const& goal) { return is_standing(goal.state); }

RedThread::RedThread(Plan const& plan, study::Dataset const& data, base::Date day)
    : m_plan{plan}, m_data{data}, m_day{day}, m_units{data.units.size()} {
    m_by_code.reserve(data.units.size());
    for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
        m_by_code.emplace(data.units[unit].unit.code, unit);
        m_units[unit].is_valid = plan::is_valid(data.units[unit].unit, day);
    }
    for (auto const& document : plan.documents) {
        if (!plan::is_valid(document, day)) continue;
        auto const unit = find_unit(document.unit);
        if (document.kind == DocumentKind::strategy) m_strategies.push_back(&document);
        if (document.kind != DocumentKind::vision) continue;
        m_visions.push_back(&document);
        if (unit && m_units[*unit].vision == nullptr) m_units[*unit].vision = &document;
        if (unit) m_units[*unit].is_whole = true;
    }
    auto const place = [this](SteeringDocument const* document) {
        return find_unit(document->unit).value_or(m_data.units.end_key());
    };
    std::ranges::stable_sort(m_visions, {}, place);
    std::ranges::stable_sort(m_strategies, {}, place);
    follow_down();
    find_gaps();
}

void RedThread::follow_down() {
    m_leading.reserve(m_plan.goals.size());
    std::vector<Goal const*> to_follow;
    auto const add = [&](Records<Goal> supporters) {
        for (auto const* goal : supporters)
            if (is_standing(*goal) && m_leading.insert(goal).second) to_follow.push_back(goal);
    };
    for (auto const* vision : m_visions) add(m_plan.supporters_of(vision->id));
    for (auto const* strategy : m_strategies)
        if (vision_of(*strategy) != nullptr) add(m_plan.supporters_of(strategy->id));
    while (!to_follow.empty()) {
        auto const* goal = to_follow.back();
        to_follow.pop_back();
        add(m_plan.supporters_of(goal->id));
    }
    for (auto const& goal : m_plan.goals) {
        if (!is_standing(goal)) continue;
        bool const bears = state_on(goal, m_day) == GoalState::active && m_leading.contains(&goal);
        for (auto const& code : goal.units) {
            auto const unit = find_unit(code);
            if (!unit) continue;
            m_units[*unit].has_standing_goal = true;
            m_units[*unit].is_whole = m_units[*unit].is_whole || bears;
        }
    }
}

void RedThread::find_gaps() {
    base::IndexVector<UnitIndex, SteeringDocument const*> documents{m_data.units.size(), nullptr};
    for (auto const* list : {&m_visions, &m_strategies})
        for (auto const* document : *list)
            if (auto const unit = find_unit(document->unit); unit && documents[*unit] == nullptr)
                documents[*unit] = document;

    for (UnitIndex unit; unit < m_data.units.end_key(); unit = unit.next()) {
        auto const& node = m_data.units[unit];
        auto& state = m_units[unit];
        if (state.has_standing_goal) {
            auto const goals = m_plan.goals_of(node.unit.code);
            auto const leading =
                std::ranges::find_if(goals, [this](Goal const* goal) { return leads_to_vision(*goal); });
            state.hook_goal = leading != goals.end()
                                  ? *leading
                                  : *std::ranges::find_if(goals, [](Goal const* goal) { return is_standing(*goal); });
        } else if (documents[unit] != nullptr) {
            state.hook_document = documents[unit];
        } else {
            if (node.parent) {
                auto const& parent = m_units[*node.parent];
                state.hook_goal = parent.hook_goal;
                state.hook_document = parent.hook_document;
                state.gap = parent.gap;
            }
            if (state.is_valid) hang_gap(unit);
        }
    }
}

void RedThread::hang_gap(UnitIndex unit) {
    auto& state = m_units[unit];
    auto& gaps = state.hook_goal != nullptr       ? m_goal_gaps[state.hook_goal]
                 : state.hook_document != nullptr ? m_document_gaps[state.hook_document]
                                                  : m_loose_gaps;
    if (state.gap) { // in tree order, so the gap that the unit is in was the last to be hung there
        ++gaps.back().units;
    } else {
        state.gap = unit;
        gaps.push_back({unit});
    }
}

SteeringDocument const* RedThread::vision_above(std::optional<UnitIndex> unit) const {
    for (; unit; unit = m_data.units[*unit].parent)
        if (m_units[*unit].vision != nullptr) return m_units[*unit].vision;
    return nullptr;
}

SteeringDocument const* RedThread::vision_of(SteeringDocument const& strategy) const {
    return vision_above(find_unit(strategy.unit));
}

bool RedThread::leads_to_vision(SteeringDocument const& document) const {
    if (!plan::is_valid(document, m_day)) return false;
    if (document.kind == DocumentKind::vision) return true;
    return document.kind == DocumentKind::strategy && vision_of(document) != nullptr;
}

bool RedThread::has_whole_thread(domain::PersonId person) const {
    return std::ranges::any_of(m_plan.memberships_of(person), [this](domain::Membership const* membership) {
        if (!plan::is_valid(*membership, m_day)) return false;
        auto const unit = find_unit(membership->unit);
        return unit && has_whole_thread(*unit);
    });
}

std::vector<UnitGap> const& RedThread::gaps_under(Goal const& goal) const { return gaps_in(m_goal_gaps, &goal); }
std::vector<UnitGap> const& RedThread::gaps_under(SteeringDocument const& document) const {
    return gaps_in(m_document_gaps, &document);
}

std::optional<UnitIndex> RedThread::find_unit(std::string_view code) const {
    auto const found = m_by_code.find(code);
    return found == m_by_code.end() ? std::nullopt : std::optional{found->second};
}

std::optional<UnitIndex> RedThread::unit_of(Goal const& goal) const {
    return goal.units.empty() ? std::nullopt : find_unit(goal.units.front());
}

domain::ThreadShare RedThread::share(std::optional<UnitIndex> branch) const {
    domain::ThreadShare share{.day = m_day};
    auto const is_counted = [&](UnitIndex unit) { return !branch || m_data.is_in_branch(unit, *branch); };
    for (UnitIndex unit; unit < m_data.units.end_key(); unit = unit.next()) {
        if (!is_valid(unit) || !is_counted(unit)) continue;
        ++share.units;
        if (has_whole_thread(unit)) ++share.units_with_thread;
    }
    for (auto const& person : m_plan.people) {
        if (!person.is_active) continue;
        bool is_here = !branch;
        bool is_whole = false;
        for (auto const* membership : m_plan.memberships_of(person.id)) {
            if (!plan::is_valid(*membership, m_day)) continue;
            auto const unit = find_unit(membership->unit);
            if (!unit || !is_counted(*unit)) continue;
            is_here = true;
            is_whole = is_whole || has_whole_thread(*unit);
        }
        if (is_here) ++share.people;
        if (is_whole) ++share.people_with_thread;
    }
    return share;
}

} // namespace rodtrad::plan
