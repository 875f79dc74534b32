#include "plan/strategy_map.hpp"

#include "plan/goal_life.hpp"
#include "plan/perspectives_in_force.hpp"
#include "plan/scorecard_in_use.hpp"
#include "plan/valid.hpp"

#include <algorithm>
#include <unordered_map>

namespace rodtrad::plan {

namespace {

class Drawing {
public:
    Drawing(Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day)
        : m_plan{plan}, m_day{day}, m_unit{data.units[unit].unit.code} {
        m_map.rows.push_back({.perspective = {}, .is_from_above = true});
        for (auto& perspective : perspectives_in_force(plan, data, unit))
            m_map.rows.push_back({.perspective = std::move(perspective)});
        m_map.rows.push_back({.perspective = {}}); // what stands in none of them

        if (auto const* card = scorecard_in_use(plan, data, unit, day)) {
            for (auto const& row : card->rows)
                if (auto const* factor = plan.factors.find(row.factor)) add_factor(*factor);
        } else {
            for (auto const* factor : plan.factors_of(m_unit))
                if (!factor->is_ended) add_factor(*factor);
        }
    }

    StrategyMap draw() && {
        std::vector<domain::Goal const*> goals;
        for (auto const* goal : m_plan.goals_of(m_unit))
            if (is_standing(state_on(*goal, m_day))) goals.push_back(goal);
        for (auto const* goal : goals) add_goal(*goal);
        for (auto const* goal : goals) link(*goal);
        std::erase_if(m_map.rows, [](MapRow const& row) { return row.perspective.name.empty() && row.nodes.empty(); });
        return std::move(m_map);
    }

private:
    // Where a perspective stands: a row of the same name where it is another unit's, else the last.
    std::size_t row_of(std::optional<domain::PerspectiveId> id) const {
        auto const* perspective = id ? m_plan.perspectives.find(*id) : nullptr;
        if (perspective != nullptr)
            for (std::size_t row = 1; row + 1 < m_map.rows.size(); ++row) {
                auto const& other = m_map.rows[row].perspective;
                if (other.id == perspective->id || other.name == perspective->name) return row;
            }
        return m_map.rows.size() - 1;
    }

    std::size_t add(MapNode const& node, std::size_t row) {
        m_map.nodes.push_back(node);
        m_map.rows[row].nodes.push_back(m_map.nodes.size() - 1);
        return m_map.nodes.size() - 1;
    }

    void add_factor(domain::SuccessFactor const& factor) {
        m_factors.emplace(factor.id, add({.factor = &factor}, row_of(factor.perspective)));
    }

    void add_goal(domain::Goal const& goal) {
        auto perspective = goal.perspective;
        if (auto const* factor = goal.factor ? m_plan.factors.find(*goal.factor) : nullptr; factor && !perspective)
            perspective = factor->perspective;
        m_goals.emplace(goal.id, add({.goal = &goal}, row_of(perspective)));
    }

    void link(domain::Goal const& goal) {
        auto const from = m_goals.at(goal.id);
        if (goal.factor)
            if (auto const found = m_factors.find(*goal.factor); found != m_factors.end())
                m_map.links.push_back({from, found->second});
        for (auto const id : goal.supports) {
            auto const* supported = m_plan.goals.find(id);
            if (supported == nullptr) continue;
            auto found = m_goals.find(id);
            if (found == m_goals.end())
                found = m_goals.emplace(id, add({.goal = supported, .is_from_above = true}, 0)).first;
            m_map.links.push_back({from, found->second});
        }
        for (auto const id : goal.supports_documents) {
            auto const* supported = m_plan.documents.find(id);
            if (supported == nullptr || !is_valid(*supported, m_day)) continue;
            auto found = m_documents.find(id);
            if (found == m_documents.end())
                found =
                    m_documents.emplace(id, add({.document = supported, .is_from_above = supported->unit != m_unit}, 0))
                        .first;
            m_map.links.push_back({from, found->second});
        }
    }

    Plan const& m_plan;
    base::Date m_day;
    std::string_view m_unit;
    StrategyMap m_map;
    std::unordered_map<domain::SuccessFactorId, std::size_t> m_factors;
    std::unordered_map<domain::GoalId, std::size_t> m_goals;
    std::unordered_map<domain::DocumentId, std::size_t> m_documents;
};

} // namespace

StrategyMap strategy_map(Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day) {
    return Drawing{plan, data, unit, day}.draw();
}

} // namespace rodtrad::plan
