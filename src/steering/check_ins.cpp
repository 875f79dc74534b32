#include "steering/check_ins.hpp"

#include "plan/coaching.hpp"
#include "plan/goal_life.hpp"
#include "steering/key_results.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
using domain::CheckIn;

domain::KeyResult const& reported_key_result(Work const& work, domain::GoalId goal,
                                             domain::ReportedValue const& reported) {
    auto const& key_result = work.must_find<domain::KeyResult>(reported.key_result);
    if (key_result.goal != goal) throw NotFound{domain::KeyResult::table, reported.key_result.value()};
    if (key_result.is_withdrawn || !key_result.measure.empty())
        throw Refused{fmt::format("value.{}", key_result.id.value()),
                      message("This key result is no longer reported at check-ins.")};
    return key_result;
}

// What was told: figures, and milestones that are no longer as they were.
std::vector<domain::ReportedValue> told_values(Work const& work, domain::GoalId goal, CheckInWish const& wish) {
    std::vector<domain::ReportedValue> told;
    for (auto const& reported : wish.values) {
        auto const& key_result = reported_key_result(work, goal, reported);
        if (key_result.kind == domain::KeyResultKind::milestone) {
            if (reported.is_done == key_result.is_done) continue;
            told.push_back({.key_result = key_result.id, .is_done = reported.is_done});
        } else if (reported.value) {
            if (!std::isfinite(*reported.value))
                throw Refused{fmt::format("value.{}", key_result.id.value()), message("Write a number, such as 12.5.")};
            told.push_back({.key_result = key_result.id, .value = reported.value});
        }
    }
    return told;
}

void say(CheckIn& check_in, CheckInWish const& wish) {
    check_in.progress = written_text("progress", wish.progress, Empty::is_refused);
    if (wish.confidence < 1 || wish.confidence > 5)
        throw Refused{"confidence", message("Choose how sure you are to get there.")};
    check_in.confidence = wish.confidence;
    check_in.obstacle = written_text("obstacle", wish.obstacle, Empty::is_fine);
    check_in.unblocked_when = written_text("unblocked_when", wish.unblocked_when, Empty::is_fine);
    if (check_in.obstacle.empty() && !check_in.unblocked_when.empty())
        throw Refused{"obstacle", message("Write what is in the way, too.")};
    check_in.next_step = written_text("next_step", wish.next_step, Empty::is_fine);
    check_in.answer = written_text("answer", wish.answer, Empty::is_fine);
}

CheckIn written(Work const& work, domain::GoalId goal, CheckInWish const& wish) {
    CheckIn check_in{.goal = goal, .by = work.require_person(), .at = work.now()};
    say(check_in, wish);
    check_in.question = wish.question;
    if (!wish.question.empty() && !plan::is_question(work.plan(), wish.question))
        throw Refused{"answer", message("The question has been changed since you opened the page. See if your answer "
                                        "fits the one that stands here now.")};
    return check_in;
}

// Told again, milestones that were changed are as they are said to be.
bool is_told(std::vector<domain::ReportedValue> earlier, std::vector<domain::ReportedValue> const& now) {
    std::erase_if(earlier, [](domain::ReportedValue const& reported) { return !reported.value; });
    return earlier == now;
}

// A form that was sent twice.
CheckIn const* same_said_before(Work const& work, CheckIn const& check_in) {
    for (auto const* earlier : work.plan().check_ins_of(check_in.goal)) {
        auto copy = check_in;
        copy.id = earlier->id;
        copy.version = earlier->version;
        copy.at = earlier->at;
        copy.question = earlier->question; // the next one has been drawn since
        copy.values = earlier->values;
        copy.acknowledged_by = earlier->acknowledged_by;
        copy.acknowledged_at = earlier->acknowledged_at;
        bool const is_today = base::day_of(earlier->at) == work.today();
        if (is_today && copy == *earlier && is_told(earlier->values, check_in.values)) return earlier;
    }
    return nullptr;
}

} // namespace

domain::CheckInId check_in(Work& work, domain::GoalId id, CheckInWish const& wish) {
    auto const& goal = work.must_find<domain::Goal>(id);
    work.require_in_any(plan::Right::check_in, goal.units);
    auto check_in = written(work, id, wish);
    check_in.values = told_values(work, id, wish);
    if (auto const* same = same_said_before(work, check_in)) return same->id;
    if (!plan::is_standing(goal.state))
        throw Refused{{}, message("Check-ins begin when a goal has been adopted, and end when it is closed.")};
    for (auto const& told : check_in.values)
        if (!told.value) mark_milestone(work, told.key_result, told.is_done);
    return work.put(std::move(check_in), "check_in");
}

void correct_check_in(Work& work, domain::CheckInId id, std::int64_t version_read, CheckInWish const& wish) {
    auto check_in = work.must_find<CheckIn>(id);
    auto const& goal = work.must_find<domain::Goal>(check_in.goal);
    work.require_in_any(plan::Right::check_in, goal.units);
    if (check_in.by != work.require_person()) throw Refused{{}, message("Only who wrote a check-in may correct it.")};
    if (check_in.acknowledged_by)
        throw Refused{{}, message("Somebody has read this check-in. Write a new one instead.")};
    work.must_find<CheckIn>(id, version_read);
    auto const standing = check_in;
    say(check_in, wish);
    std::erase_if(check_in.values, [](domain::ReportedValue const& told) { return told.value.has_value(); });
    for (auto const& told : told_values(work, goal.id, wish))
        if (told.value) check_in.values.push_back(told);
    if (check_in == standing) return;
    work.put(std::move(check_in), "check_in.correct");
}

void acknowledge(Work& work, domain::CheckInId id) {
    auto check_in = work.must_find<CheckIn>(id);
    work.require_in_any(plan::Right::steer, work.must_find<domain::Goal>(check_in.goal).units);
    auto const person = work.require_person();
    if (check_in.acknowledged_by) return;
    if (check_in.by == person) throw Refused{{}, message("It is for someone else to say that they have read this.")};
    check_in.acknowledged_by = person;
    check_in.acknowledged_at = work.now();
    work.put(std::move(check_in), "check_in.acknowledge");
}

} // namespace rodtrad::steering
