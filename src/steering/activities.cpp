#include "steering/activities.hpp"

#include "steering/written_text.hpp"

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;

bool is_within(study::Dataset const& data, std::string const& unit, std::vector<std::string> const& units) {
    auto const where = data.find_unit(unit);
    return where && std::ranges::any_of(units, [&](std::string const& code) {
               auto const branch = data.find_unit(code);
               return branch && data.is_in_branch(*where, *branch);
           });
}

void put_wish(Work const& work, domain::Activity& activity, ActivityWish const& wish) {
    auto const& goal = work.must_find<domain::Goal>(activity.goal);
    if (!is_within(work.data(), wish.unit, goal.units))
        throw Refused{"unit", message("Choose one of the goal’s units, or one below them.")};
    work.require(plan::Right::check_in, wish.unit);
    activity.unit = wish.unit;
    activity.title = written_line("title", wish.title, Empty::is_refused);
    auto const* owner = wish.owner ? work.tables().people.find(*wish.owner) : nullptr;
    if (wish.owner && wish.owner != activity.owner && (owner == nullptr || !owner->is_active))
        throw Refused{"owner", message("Choose someone from the list, or nobody.")};
    activity.owner = wish.owner;
    activity.due = wish.due;
    activity.state = wish.state;
    bool const is_blocked = wish.state == domain::ActivityState::blocked;
    activity.obstacle = written_text("obstacle", wish.obstacle, Empty::is_fine);
    if (is_blocked && activity.obstacle.empty()) throw Refused{"obstacle", message("Write what it is blocked by.")};
}

} // namespace

domain::ActivityId add_activity(Work& work, domain::GoalId id, ActivityWish const& wish) {
    auto const& goal = work.must_find<domain::Goal>(id);
    if (goal.state == domain::GoalState::closed || goal.state == domain::GoalState::abandoned)
        throw Refused{{}, message("The goal is over: nothing more is planned for it.")};
    domain::Activity activity{.goal = id};
    put_wish(work, activity, wish);
    return work.put(std::move(activity), "activity.add");
}

void change_activity(Work& work, domain::ActivityId id, std::int64_t version_read, ActivityWish const& wish) {
    auto activity = work.must_find<domain::Activity>(id);
    work.require(plan::Right::check_in, activity.unit);
    work.must_find<domain::Activity>(id, version_read);
    put_wish(work, activity, wish);
    work.put(std::move(activity), "activity.change");
}

} // namespace rodtrad::steering
