#include "view/pages/scorecard_view.hpp"

#include "plan/perspectives_in_force.hpp"
#include "plan/scorecard_in_use.hpp"
#include "plan/valid.hpp"
#include "view/pages/parts.hpp"

#include <algorithm>
#include <iterator>

namespace rodtrad::view::pages {

namespace {

class ViewMaker {
public:
    ViewMaker(plan::Plan const& plan, study::Dataset const& data, study::FollowUp const& list, study::UnitIndex unit,
              base::Date day, Language const& language)
        : m_plan{plan}, m_data{data}, m_list{list}, m_unit{unit}, m_code{data.units[unit].unit.code}, m_day{day},
          m_language{language} {}

    // The perspectives of who made the card, or where there is no card those of the unit; last what stands in none.
    void set_out_perspectives(ScorecardView& view, domain::Scorecard const* card) {
        auto const owner = card ? m_data.find_unit(card->unit) : std::nullopt;
        m_perspectives = plan::perspectives_in_force(m_plan, m_data, owner.value_or(m_unit));
        if (card != nullptr)
            for (auto const& row : card->rows) add_perspective_of(row.factor);
        for (auto const& perspective : m_perspectives)
            view.perspectives.push_back({perspective_name(perspective, m_language), perspective.about, {}, {}});
        view.perspectives.push_back({});
    }

    void add_factors(ScorecardView& view, domain::Scorecard const& card) const {
        for (auto const& row : card.rows) {
            auto const* factor = m_plan.factors.find(row.factor);
            if (factor == nullptr) continue;
            CardFactor shown{
                .id = factor->id, .name = factor->name, .process = factor->process, .measures = {}, .goals = {}};
            for (auto const& code : row.measures) {
                shown.measures.push_back(CardMeasureReader{m_data, m_list, code, m_language}.in(m_unit));
                if (shown.measures.back().sticks_out) ++view.sticking_out;
                if (shown.measures.back().is_met) ++view.reaching_target;
            }
            view.perspectives[place_of(factor->perspective)].factors.push_back(std::move(shown));
        }
    }

    void add_goals(ScorecardView& view) const {
        for (auto const* goal : standing_goals(m_plan, m_code, m_day)) {
            auto shown = shown_goal(*goal);
            auto const* factor = goal->factor ? m_plan.factors.find(*goal->factor) : nullptr;
            auto const perspective = factor && !goal->perspective ? factor->perspective : goal->perspective;
            auto& row = view.perspectives[place_of(perspective)];
            auto const of_factor = std::ranges::find_if(
                row.factors, [&](CardFactor const& other) { return factor && other.id == factor->id; });
            (of_factor == row.factors.end() ? row.goals : of_factor->goals).push_back(std::move(shown));
        }
    }

    // Goals are carried down: which of those above are worked for here, and how many are not.
    void add_goals_from_above(ScorecardView& view) const {
        auto const own = standing_goals(m_plan, m_code, m_day);
        for (auto step = m_data.units[m_unit].parent; step; step = m_data.units[*step].parent) {
            for (auto const* goal : standing_goals(m_plan, m_data.units[*step].unit.code, m_day)) {
                bool const is_shared = std::ranges::find(goal->units, m_code) != goal->units.end();
                bool const is_told_already = std::ranges::any_of(
                    view.from_above, [&](GoalFromAbove const& other) { return other.goal.id == goal->id; });
                if (is_shared || is_told_already) continue;
                std::vector<CardGoal> supporters;
                for (auto const* supporter : own)
                    if (std::ranges::find(supporter->supports, goal->id) != supporter->supports.end())
                        supporters.push_back(shown_goal(*supporter));
                if (supporters.empty())
                    ++view.above_unsupported;
                else
                    view.from_above.push_back({shown_goal(*goal), std::move(supporters)});
            }
        }
    }

private:
    CardGoal shown_goal(domain::Goal const& goal) const {
        return card_goal(goal, m_code, m_plan, m_data, m_day, m_language);
    }

    // A card may stand on a perspective that a unit has had since before it got its own.
    void add_perspective_of(domain::SuccessFactorId factor_id) {
        auto const* factor = m_plan.factors.find(factor_id);
        auto const* perspective = factor ? m_plan.perspectives.find(factor->perspective) : nullptr;
        if (perspective != nullptr && place_of(perspective->id) == m_perspectives.size())
            m_perspectives.push_back(*perspective);
    }

    // By id, or by name where it is another unit's of the same name; behind the last where it is none of them.
    std::size_t place_of(std::optional<domain::PerspectiveId> id) const {
        auto const* sought = id ? m_plan.perspectives.find(*id) : nullptr;
        auto const found = std::ranges::find_if(m_perspectives, [&](domain::Perspective const& perspective) {
            return sought && (perspective.id == sought->id || perspective.name == sought->name);
        });
        return static_cast<std::size_t>(found - m_perspectives.begin());
    }

    plan::Plan const& m_plan;
    study::Dataset const& m_data;
    study::FollowUp const& m_list;
    study::UnitIndex m_unit;
    std::string const& m_code;
    base::Date m_day;
    Language const& m_language;
    std::vector<domain::Perspective> m_perspectives;
};

// The kinds of operation below the unit that have a card, with how many units follow it.
std::vector<CardKind> kinds_with_card(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                      std::string_view shown, base::Date day) {
    std::vector<CardKind> kinds;
    for (auto const& [operation, units] : plan::kinds_in_branch(data, unit, day)) {
        bool const is_only_itself = units == 1 && data.units[unit].unit.operation == operation;
        if (is_only_itself || plan::scorecard_of_kind(plan, data, unit, operation, day) == nullptr) continue;
        kinds.push_back({operation, units, operation == shown});
    }
    return kinds;
}

} // namespace

ScorecardView scorecard_view(plan::Plan const& plan, study::Dataset const& data, study::FollowUp const& list,
                             study::UnitIndex unit, std::string_view operation, base::Date day,
                             Language const& language) {
    auto const& about = data.units[unit].unit;
    auto const* card = operation.empty() ? plan::scorecard_in_use(plan, data, unit, day)
                                         : plan::scorecard_of_kind(plan, data, unit, operation, day);
    ScorecardView view;
    view.unit = about.code;
    view.unit_name = about.name;
    view.way = way_to(unit, data);
    view.shown_for = operation;
    view.kinds = kinds_with_card(plan, data, unit, operation, day);

    ViewMaker maker{plan, data, list, unit, day, language};
    maker.set_out_perspectives(view, card);
    if (card != nullptr) {
        view.card = card->id;
        view.card_name = card->name;
        view.edition = card->edition;
        view.valid_from = card->valid_from;
        view.operation = card->operation;
        auto const followers = plan::units_of_card(plan, data, *card, day);
        view.units_of_card =
            operation.empty() ? followers.size()
                              : static_cast<std::size_t>(std::ranges::count_if(
                                    followers, [&, top = unit](auto below) { return data.is_in_branch(below, top); }));
        maker.add_factors(view, *card);
    }
    // Of a kind added up only the figures are shown: the goals of the unit stand on its own card.
    if (operation.empty()) {
        maker.add_goals(view);
        maker.add_goals_from_above(view);
    }
    if (view.perspectives.back().goals.empty() && view.perspectives.back().factors.empty())
        view.perspectives.pop_back();
    return view;
}

} // namespace rodtrad::view::pages
