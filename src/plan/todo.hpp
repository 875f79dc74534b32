#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::plan {

enum class TodoKind : std::uint8_t {
    // What a person owes.
    check_in,    // on a goal
    close,       // a goal whose last day has come
    put_forward, // a draft whose first day has come
    activity,    // to carry out
    // What waits for the person.
    decide,          // on a proposed goal
    answer_proposal, //
    missed_check_in, // one level down: the grace is over
    mention,         // in a comment, not answered
    acknowledge,     // a check-in
    comment,         // on one's own goal, check-in or proposal, not answered
    read_answer,     // to one's own proposal
};
constexpr auto names_of(TodoKind) {
    return std::to_array<std::pair<TodoKind, std::string_view>>({
        {TodoKind::check_in, "check_in"},
        {TodoKind::close, "close"},
        {TodoKind::put_forward, "put_forward"},
        {TodoKind::activity, "activity"},
        {TodoKind::decide, "decide"},
        {TodoKind::answer_proposal, "answer_proposal"},
        {TodoKind::missed_check_in, "missed_check_in"},
        {TodoKind::mention, "mention"},
        {TodoKind::acknowledge, "acknowledge"},
        {TodoKind::comment, "comment"},
        {TodoKind::read_answer, "read_answer"},
    });
}

struct Todo {
    TodoKind kind = TodoKind::check_in;
    domain::GoalId goal;
    std::int64_t subject = 0; // number of the activity, proposal, check-in or comment; 0: the goal itself
    std::optional<domain::PersonId>
        by;           // whose words wait; of a missed check-in: who owed it; of one's own: who reminds
    base::Date day{}; // owed: when; waiting: since when
    int days = 0;     // from `day` until today; negative: that many are left
    std::optional<base::Date> reminded_on{}; // of a check-in

    static constexpr auto fields() {
        return std::tuple{base::Field{"kind", &Todo::kind},
                          base::Field{"goal", &Todo::goal},
                          base::Field{"subject", &Todo::subject},
                          base::Field{"by", &Todo::by},
                          base::Field{"day", &Todo::day},
                          base::Field{"days", &Todo::days},
                          base::Field{"reminded_on", &Todo::reminded_on}};
    }
    bool operator==(Todo const&) const = default;
};

// What is owed so many days from now is on the list already.
inline constexpr int days_ahead = 3;

struct Todos {
    std::vector<Todo> owed;                  // the latest first
    std::vector<Todo> waiting;               // those first who cannot go on without the person; then the oldest
    std::optional<base::Date> next_check_in; // of the person's own that is not on the list yet

    std::size_t size() const { return owed.size() + waiting.size(); }
};

// What a person owes, and what waits for the person, on a day. It is handled by being done: nothing is ticked off but
// a comment or an answer that needs no more (domain/seen.hpp). A check-in is owed by the goal's owner; where it has
// none who may, or a team carries it, by those who belong to the unit that carries it. Others' doings wait for who
// leads the unit (leaders.hpp). What was said waits only for those who may answer. Nothing waits for someone who has
// been deactivated.
Todos todo_of(Plan const& plan, study::Dataset const& data, domain::PersonId person, base::Date today);

// Days on which something is owed from today on and until a day, that day included: what a calendar shows. What is late
// has the day it was due.
std::vector<Todo> owed_until(Plan const& plan, study::Dataset const& data, domain::PersonId person, base::Date today,
                             base::Date until);

} // namespace rodtrad::plan
