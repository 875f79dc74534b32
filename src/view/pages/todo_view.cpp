#include "view/pages/todo_view.hpp"

#include "plan/goal_life.hpp"
#include "plan/goal_status.hpp"
#include "plan/reminders.hpp"
#include "plan/rights.hpp"
#include "plan/valid.hpp"
#include "view/day_words.hpp"
#include "view/format.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_words.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/tree_addresses.hpp"

#include <algorithm>
#include <set>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_goals_of_a_unit = 12;

std::string opening(std::size_t things, base::Instant now, Language const& language) {
    auto const hello = greeting(language, base::time_of_day(now));
    if (things == 0) return language.tr("{0}. Nothing is waiting for you.", hello);
    auto const count = static_cast<std::int64_t>(things);
    return language.trn("{0}. {1} thing is waiting for you.", "{0}. {1} things are waiting for you.", count, hello,
                        number_word(language, count));
}

GoalLine goal_line(domain::Goal const& goal, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                   Language const& language) {
    auto const status = plan::status_of(plan, data, goal, today);
    GoalLine line{.goal = goal.id, .title = goal.title, .tag = standing_tag(status.standing, language)};
    auto const name = goal.units.empty() ? std::string{} : unit_name(goal.units.front(), data);
    line.small = status.check_in.due ? language.tr("{0} · next check-in {1}", name,
                                                   weekday_and_date(language, *status.check_in.due, today))
                                     : name;
    return line;
}

// What people say of it, its first figure, and what is to be done next: the minute of someone on a board.
GoalLine board_line(domain::Goal const& goal, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                    Language const& language) {
    auto line = goal_line(goal, plan, data, today, language);
    if (auto const* judgement = plan::latest_judgement(plan, goal.id)) {
        auto const* by = judgement->by ? plan.people.find(*judgement->by) : nullptr;
        line.judged = verdict_tag(judgement->verdict, language);
        line.judgement = language.tr("“{0}”", judgement->reason) + " " +
                         (by == nullptr ? std::string{} : by->name + ", ") + date(language, judgement->at);
    }
    auto const status = plan::status_of(plan, data, goal, today);
    for (auto const& of_one : status.key_results) {
        if (!of_one.reading && !of_one.before) continue;
        auto const& key_result = *plan.key_results.find(of_one.key_result);
        line.figure = sentence_of(key_result, language) + ": " + told_of(key_result, of_one, language);
        break;
    }
    auto const check_ins = plan.check_ins_of(goal.id);
    if (!check_ins.empty()) line.next_step = std::ranges::max(check_ins, {}, &domain::CheckIn::at)->next_step;
    return line;
}

std::vector<std::string> names_to_remind(plan::Plan const& plan, study::Dataset const& data, domain::GoalId id,
                                         domain::PersonId reader, base::Date today) {
    std::vector<std::string> names;
    if (auto const* goal = plan.goals.find(id))
        for (auto const one : plan::who_can_be_reminded(plan, data, *goal, reader, today))
            if (auto const* person = plan.people.find(one)) names.push_back(person->name);
    return names;
}

bool is_for_reading(domain::Goal const& goal, base::Date today) {
    return plan::is_standing(plan::state_on(goal, today));
}

// What someone who sits on a board wants to see first: its goals.
std::vector<UnitGoals> boards_of(plan::Plan const& plan, study::Dataset const& data, domain::PersonId person,
                                 base::Date today, Language const& language) {
    std::vector<UnitGoals> boards;
    std::set<std::string> shown;
    for (auto const* grant : plan.grants_of(person)) {
        if (grant->role != domain::Role::politician || !plan::is_valid(*grant, today) || data.units.empty()) continue;
        auto const code = grant->unit.empty() ? data.units.begin()->unit.code : grant->unit;
        if (!shown.insert(code).second) continue;
        UnitGoals board{.unit = code, .name = unit_name(code, data)};
        for (auto const* goal : plan.goals_of(code)) {
            if (!is_for_reading(*goal, today)) continue;
            ++board.in_all;
            if (board.goals.size() < most_goals_of_a_unit)
                board.goals.push_back(board_line(*goal, plan, data, today, language));
        }
        boards.push_back(std::move(board));
    }
    return boards;
}

// Empty where all of them are taken.
std::vector<FirstStep> first_steps(plan::Plan const& plan, study::Dataset const& data, Language const& language) {
    bool const has_vision = std::ranges::any_of(plan.documents, [](domain::SteeringDocument const& document) {
        return document.kind == domain::DocumentKind::vision;
    });
    bool const has_figures =
        std::ranges::any_of(data.measures, [](study::MeasureData const& measure) { return measure.cube != nullptr; });
    auto const top = data.units.empty() ? tree_url() : documents_url(data.units.begin()->unit.code);
    std::vector<FirstStep> steps{
        {std::string{language.tr("Build the organisation")}, tree_url(), data.units.size() > 1},
        {std::string{language.tr("Add people, and give them roles")}, people_url(), plan.people.size() > 1},
        {std::string{language.tr("Write the vision")}, top, has_vision},
        {std::string{language.tr("Deliver the first figures")}, deliveries_url(), has_figures},
        {std::string{language.tr("Write the first goals")}, new_goal_url(), !plan.goals.empty()}};
    if (std::ranges::all_of(steps, &FirstStep::is_done)) steps.clear();
    return steps;
}

} // namespace

TodoView todo_view(plan::Plan const& plan, study::Dataset const& data, domain::PersonId person, base::Instant now,
                   Language const& language) {
    auto const today = base::day_of(now);
    auto const todos = plan::todo_of(plan, data, person, today);
    TodoView view;
    view.greeting = opening(todos.size(), now, language);
    if (auto const* found = plan.people.find(person)) view.who = what_is(*found, plan, data, today, language);
    for (auto const& todo : todos.owed) view.owed.push_back(todo_row(todo, plan, data, today, language));
    for (auto const& todo : todos.waiting) {
        auto& row = view.waiting.emplace_back(todo_row(todo, plan, data, today, language));
        if (todo.kind == plan::TodoKind::missed_check_in)
            row.can_be_reminded = names_to_remind(plan, data, todo.goal, person, today);
    }
    if (todos.next_check_in) view.next_check_in = weekday_and_date(language, *todos.next_check_in, today);
    view.board = boards_of(plan, data, person, today, language);
    view.has_thread = !plan.goals.empty() || !plan.documents.empty();
    if (plan::may(plan, data, person, plan::Right::administer, {}, today))
        view.first_steps = first_steps(plan, data, language);
    view.is_reader = !plan::may_somewhere(plan, person, plan::Right::take_part, today);
    if (todos.size() == 0)
        for (auto const* goal : plan.goals_owned_by(person))
            if (is_for_reading(*goal, today)) view.own.push_back(goal_line(*goal, plan, data, today, language));
    return view;
}

} // namespace rodtrad::view::pages
