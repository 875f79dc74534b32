#include "steering/digests.hpp"

#include "plan/check_in_days.hpp"
#include "steering/organisation.hpp"
#include "steering/work.hpp"
#include "store/digests_sent.hpp"

#include <algorithm>
#include <optional>

namespace rodtrad::steering {

namespace {

constexpr int days_until_told_again = 7;

// The first day on which it is worth a letter that a check-in is missed.
base::Date told_from(plan::Plan const& plan, plan::Todo const& todo) {
    auto const* goal = plan.goals.find(todo.goal);
    return goal == nullptr ? todo.day : base::plus_days(todo.day, plan::days_of_grace(goal->rhythm) + 1);
}

bool is_worth_a_letter(plan::Plan const& plan, plan::Todos const& todos, std::optional<base::Date> latest,
                       base::Date today) {
    auto const is_told_again = !latest || base::days_between(*latest, today) >= days_until_told_again;
    auto const is_owed = [&](plan::Todo const& todo) {
        bool const is_reminded = todo.reminded_on && latest && *todo.reminded_on >= *latest;
        return todo.days >= 0 && (is_told_again || is_reminded || todo.day > *latest);
    };
    // What others did on the day of the latest letter they did after it; that a check-in is missed it told already.
    auto const waits = [&](plan::Todo const& todo) {
        bool const is_missed = todo.kind == plan::TodoKind::missed_check_in;
        return is_told_again || (is_missed ? told_from(plan, todo) > *latest : todo.day >= *latest);
    };
    return std::ranges::any_of(todos.owed, is_owed) || std::ranges::any_of(todos.waiting, waits);
}

} // namespace

std::vector<DueDigest> due_digests(Organisation& organisation, base::Date day) {
    auto const plan = organisation.plan();
    auto const snapshot = organisation.snapshot();
    std::unordered_map<domain::PersonId, base::Date> latest;
    organisation.read([&](store::Connection& connection) { latest = store::latest_digests(connection); });
    std::vector<DueDigest> due;
    for (auto const& person : plan->people) {
        if (!person.is_active || !person.wants_digest || person.email.empty()) continue;
        auto const found = latest.find(person.id);
        auto const latest_day = found == latest.end() ? std::nullopt : std::optional{found->second};
        if (latest_day && *latest_day >= day) continue;
        auto todos = plan::todo_of(*plan, snapshot->data, person.id, day);
        if (is_worth_a_letter(*plan, todos, latest_day, day)) due.push_back({person.id, std::move(todos)});
    }
    return due;
}

bool begin_digest(Work& work, domain::PersonId person) {
    if (!store::write_digest_sent(work.connection(), person, work.today())) return false;
    work.keep();
    return true;
}

void take_back_digest(Work& work, domain::PersonId person) {
    store::forget_digest_sent(work.connection(), person, work.today());
    work.keep();
}

} // namespace rodtrad::steering
