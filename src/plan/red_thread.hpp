#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rodtrad::plan {

// Whether a goal is decided and not given up: adopted, active or paused. Only such goals bear the thread.
bool is_standing(domain::Goal const& goal);

// A unit without goals, where one would hang on the thread.
struct UnitGap {
    study::UnitIndex unit;
    std::size_t units = 1; // with those below it that have none either
    bool operator==(UnitGap const&) const = default;
};

// The links of a plan on a day, followed from the visions down:
//
// A vision in force is where the thread begins. A strategy in force leads to the vision of its own unit, or of the
// nearest unit above that has one. A standing goal leads to a vision when it supports one, or a strategy that leads to
// one, or a goal that does. A unit has a whole thread when an active goal of it, shared or its own, leads to a vision,
// or when it holds the vision itself. A person has one who works in such a unit.
//
// Made anew for each page: it takes about a millisecond for 2,000 units, 5,000 goals and 10,000 people. Goals that
// support each other in a circle do no harm: what only leads round leads nowhere. Plan and dataset outlive it.
class RedThread {
public:
    RedThread(Plan const& plan, study::Dataset const& data, base::Date day);

    Plan const& plan() const { return m_plan; }
    study::Dataset const& data() const { return m_data; }
    base::Date day() const { return m_day; }

    bool leads_to_vision(domain::Goal const& goal) const { return m_leading.contains(&goal); }
    bool leads_to_vision(domain::SteeringDocument const& document) const;
    bool is_valid(study::UnitIndex unit) const { return m_units[unit].is_valid; }
    bool has_standing_goal(study::UnitIndex unit) const { return m_units[unit].has_standing_goal; }
    bool has_whole_thread(study::UnitIndex unit) const { return m_units[unit].is_valid && m_units[unit].is_whole; }
    bool has_whole_thread(domain::PersonId person) const;

    // In force on the day, by the unit's place in the tree.
    std::vector<domain::SteeringDocument const*> const& visions() const { return m_visions; }
    std::vector<domain::SteeringDocument const*> const& strategies() const { return m_strategies; }
    // The vision that a strategy leads to; null where its unit and all above it have none.
    domain::SteeringDocument const* vision_of(domain::SteeringDocument const& strategy) const;

    // Valid units that have neither a standing goal nor a steering document of their own, and are not below one that
    // lacks them too. Each hangs on the first goal of the nearest unit above that has one, else on its vision or
    // strategy, else on nothing.
    std::vector<UnitGap> const& gaps_under(domain::Goal const& goal) const;
    std::vector<UnitGap> const& gaps_under(domain::SteeringDocument const& document) const;
    std::vector<UnitGap> const& gaps_under_nothing() const { return m_loose_gaps; }
    // The topmost of the gap that a unit is in; nothing where it is in none.
    std::optional<study::UnitIndex> gap_of(study::UnitIndex unit) const { return m_units[unit].gap; }
    // What a gap hangs on: at most one of them.
    domain::Goal const* goal_above(UnitGap const& gap) const { return m_units[gap.unit].hook_goal; }
    domain::SteeringDocument const* document_above(UnitGap const& gap) const { return m_units[gap.unit].hook_document; }

    // By code: many times quicker than the dataset's own way where it has no frame.
    std::optional<study::UnitIndex> find_unit(std::string_view code) const;
    // Where a goal is carried; nothing where there is no such unit.
    std::optional<study::UnitIndex> unit_of(domain::Goal const& goal) const;

    // Of everything, or of a branch. People are those who may sign in, of a branch those who work in it.
    domain::ThreadShare share(std::optional<study::UnitIndex> branch = {}) const;

private:
    struct UnitState {
        bool is_valid = false;
        bool has_standing_goal = false;
        bool is_whole = false;
        domain::SteeringDocument const* vision = nullptr; // its own
        // What gaps at the unit or right below it hang on.
        domain::Goal const* hook_goal = nullptr;
        domain::SteeringDocument const* hook_document = nullptr;
        std::optional<study::UnitIndex> gap;
    };
    void follow_down();
    void find_gaps();
    void hang_gap(study::UnitIndex unit);
    domain::SteeringDocument const* vision_above(std::optional<study::UnitIndex> unit) const;

    Plan const& m_plan;
    study::Dataset const& m_data;
    base::Date m_day;
    std::unordered_map<std::string_view, study::UnitIndex> m_by_code;
    base::IndexVector<study::UnitIndex, UnitState> m_units;
    std::vector<domain::SteeringDocument const*> m_visions;
    std::vector<domain::SteeringDocument const*> m_strategies;
    std::unordered_set<domain::Goal const*> m_leading;
    std::unordered_map<domain::Goal const*, std::vector<UnitGap>> m_goal_gaps;
    std::unordered_map<domain::SteeringDocument const*, std::vector<UnitGap>> m_document_gaps;
    std::vector<UnitGap> m_loose_gaps;
};

} // namespace rodtrad::plan
