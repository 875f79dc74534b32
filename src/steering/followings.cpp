#include "steering/followings.hpp"

#include <algorithm>
#include <string_view>

namespace rodtrad::steering {

namespace {

void set_following(Work& work, domain::GoalId goal, bool is_ended, std::string_view action) {
    work.must_find<domain::Goal>(goal);
    auto const person = work.require_person();
    if (!plan::may_somewhere(work.plan(), person, plan::Right::take_part, work.today()))
        throw Forbidden{plan::Right::take_part, {}};
    auto const followers = work.plan().followers_of(goal);
    auto const found = std::ranges::find(followers, person, &domain::Following::person);
    if (found == followers.end() && is_ended) return;
    auto following = found == followers.end() ? domain::Following{.person = person, .goal = goal} : **found;
    following.is_ended = is_ended;
    work.put(following, action);
}

} // namespace

void follow(Work& work, domain::GoalId goal) { set_following(work, goal, false, "goal.follow"); }
void unfollow(Work& work, domain::GoalId goal) { set_following(work, goal, true, "goal.unfollow"); }

} // namespace rodtrad::steering
