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
        : m_plan{plan}, m_data{data}, m_place{unit}, m_day{day}, m_unit{data.units[unit].unit.code} {
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
        for (auto const* document : m_plan.documents_of(m_unit))
            if (is_valid(*document, m_day) && is_led_to(document->kind)) add_document(*document);
        auto goals = goals_of(m_unit);
        bool const has_own = !goals.empty();
        if (!has_own) goals = nearest_below();
        for (auto const* goal : goals) add_goal(*goal, !has_own);
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

    static bool is_led_to(domain::DocumentKind kind) {
        return kind == domain::DocumentKind::vision || kind == domain::DocumentKind::strategy;
    }

    std::vector<domain::Goal const*> goals_of(std::string_view unit) const {
        std::vector<domain::Goal const*> goals;
        for (auto const* goal : m_plan.goals_of(unit))
            if (is_standing(state_on(*goal, m_day))) goals.push_back(goal);
        return goals;
    }

    // Of the uppermost units of each branch below that have any.
    std::vector<domain::Goal const*> nearest_below() const {
        std::vector<domain::Goal const*> goals;
        auto unit = m_place.next();
        while (unit < m_data.units[m_place].branch_end) {
            auto const theirs = goals_of(m_data.units[unit].unit.code);
            for (auto const* goal : theirs)
                if (std::ranges::find(goals, goal) == goals.end()) goals.push_back(goal); // shared ones once
            unit = theirs.empty() ? unit.next() : m_data.units[unit].branch_end;
        }
        return goals;
    }

    std::size_t add_document(domain::SteeringDocument const& document) {
        auto const found = m_documents.find(document.id);
        if (found != m_documents.end()) return found->second;
        auto const node = add({.document = &document, .is_from_above = document.unit != m_unit}, 0);
        m_documents.emplace(document.id, node);
        return node;
    }

    void add_goal(domain::Goal const& goal, bool is_from_below) {
        auto perspective = goal.perspective;
        if (auto const* factor = goal.factor ? m_plan.factors.find(*goal.factor) : nullptr; factor && !perspective)
            perspective = factor->perspective;
        m_goals.emplace(goal.id, add({.goal = &goal, .is_from_below = is_from_below}, row_of(perspective)));
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
            m_map.links.push_back({from, add_document(*supported)});
        }
    }

    Plan const& m_plan;
    study::Dataset const& m_data;
    study::UnitIndex m_place;
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
