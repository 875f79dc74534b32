#include "view/pages/goals_view.hpp"

#include "plan/goal_life.hpp"
#include "plan/rights.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/person_words.hpp"

#include <algorithm>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using domain::Goal;

constexpr std::size_t page_size = 50;

bool is_over(domain::GoalState state) {
    return state == domain::GoalState::abandoned || state == domain::GoalState::closed;
}

struct Found {
    Goal const* goal;
    std::size_t place; // of its first unit in the tree
};

// What is told by the plan alone.
std::vector<Found> goals_of(plan::Plan const& plan, study::Dataset const& data, GoalsQuestion const& question,
                            base::Date today) {
    auto const branch = question.unit.empty() ? std::nullopt : data.find_unit(question.unit);
    std::vector<Found> found;
    for (auto const& goal : plan.goals) {
        auto const state = plan::state_on(goal, today);
        if (question.level && goal.level != *question.level) continue;
        if (question.kind && goal.kind != *question.kind) continue;
        if (question.state ? state != *question.state : !question.is_all && is_over(state)) continue;
        std::optional<std::size_t> place;
        for (auto const& code : goal.units)
            if (auto const unit = data.find_unit(code);
                unit && !place && (question.unit.empty() || (branch && data.is_in_branch(*unit, *branch))))
                place = unit->value();
        if (place || question.unit.empty()) found.push_back({&goal, place.value_or(data.units.size())});
    }
    std::ranges::stable_sort(found, {}, [](Found const& one) {
        return std::pair{one.place, one.goal->level == domain::GoalLevel::operational};
    });
    return found;
}

domain::Person const* living_owner(plan::Plan const& plan, Goal const& goal) {
    auto const* owner = goal.owner ? plan.people.find(*goal.owner) : nullptr;
    return owner != nullptr && owner->is_active ? owner : nullptr;
}

GoalRow row_of(Goal const& goal, plan::GoalStatus const& status, plan::Plan const& plan, study::Dataset const& data,
               Language const& language) {
    GoalRow row{.goal = goal.id,
                .title = goal.title,
                .unit = goal.units.empty() ? std::string{} : unit_name(goal.units.front(), data),
                .shared = goal.units.empty() ? 0 : goal.units.size() - 1,
                .owner = {},
                .cycle = cycle_text(goal, language),
                .state = status.state,
                .standing = status.standing,
                .is_silent = status.check_in.is_missed,
                .met = status.met,
                .counted = status.counted,
                .verdict = {},
                .reason = {},
                .address = goal_url(goal.id)};
    if (auto const* owner = living_owner(plan, goal)) row.owner = owner->name;
    if (auto const* judgement = plan::latest_judgement(plan, goal.id)) {
        row.verdict = judgement->verdict;
        row.reason = judgement->reason;
    }
    return row;
}

} // namespace

GoalsView goals_view(plan::Plan const& plan, study::Dataset const& data, GoalsQuestion const& question,
                     std::optional<domain::PersonId> reader, base::Date today, Language const& language) {
    GoalsView view{.question = question};
    if (!question.unit.empty()) view.unit = unit_name(question.unit, data);
    view.units = unit_choices(data, today);
    view.may_write = reader && plan::may_somewhere(plan, *reader, plan::Right::take_part, today);
    std::vector<std::pair<Goal const*, plan::GoalStatus>> shown;
    for (auto const& [standing, name] : names_of(plan::Standing{})) view.counts.push_back({standing, 0});
    for (auto const& [goal, place] : goals_of(plan, data, question, today)) {
        auto status = plan::status_of(plan, data, *goal, today);
        bool const has_owner = living_owner(plan, *goal) != nullptr;
        ++view.counts[static_cast<std::size_t>(status.standing)].goals;
        view.without_owner += has_owner ? 0 : 1;
        view.silent += status.check_in.is_missed ? 1 : 0;
        if (question.standing && status.standing != *question.standing) continue;
        if (question.is_without_owner && has_owner) continue;
        if (question.is_silent && !status.check_in.is_missed) continue;
        shown.emplace_back(goal, std::move(status));
    }
    std::erase_if(view.counts, [](StandingCount const& count) { return count.goals == 0; });
    view.total = shown.size();
    view.pages = std::max<std::size_t>(1, (shown.size() + page_size - 1) / page_size);
    view.question.page = std::min(question.page, view.pages);
    auto const first = (view.question.page - 1) * page_size;
    for (auto at = first; at < std::min(first + page_size, shown.size()); ++at)
        view.rows.push_back(row_of(*shown[at].first, shown[at].second, plan, data, language));
    return view;
}

} // namespace rodtrad::view::pages
